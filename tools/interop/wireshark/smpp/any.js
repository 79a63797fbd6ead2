import { commandsOf, formatTime, smpp } from '@smswire/smpp';
import { messageArbitrary } from '@smswire/testing';
import fc from 'fast-check';

/** The codec that writes what Wireshark reads. */
export const codec = smpp({ version: '5.0' });

const commands = commandsOf['5.0'];

/** The ids of the commands. */
export const idOf = Object.fromEntries(commands.map(({ name, id }) => [name, id]));

const time = fc.oneof(
  fc.constant(''),
  fc
    .record({
      date: fc.date({ min: new Date('2000-01-02'), max: new Date('2037-12-30'), noInvalidDate: true }),
      utcOffsetMinutes: fc.integer({ min: -48, max: 48 }).map((quarters) => quarters * 15),
    })
    .map((moment) => formatTime({ kind: 'absolute', ...moment })),
  fc
    .record({
      years: fc.nat(99),
      months: fc.nat(12),
      days: fc.nat(31),
      hours: fc.nat(23),
      minutes: fc.nat(59),
      seconds: fc.nat(59),
    })
    .map((span) => formatTime({ kind: 'relative', ...span })),
);

/**
 * PDUs of every command, with any values but these: times are times, most responses carry a body, and no text claims a
 * header, since any octets are none. Those are in `texts`.
 */
export const anyPdu = fc
  .tuple(messageArbitrary(codec, ...commands.map(({ name }) => name)), time, time, fc.nat(7))
  .map(([pdu, first, second, chance]) => {
    const made = { ...pdu };
    if ('scheduleDeliveryTime' in made) made.scheduleDeliveryTime = first;
    if ('validityPeriod' in made) made.validityPeriod = second;
    if ('finalDate' in made) made.finalDate = first;
    if ('esmClass' in made) made.esmClass &= 0xbf;
    if (made.tlvs?.broadcastEndTime !== undefined) made.tlvs = { ...made.tlvs, broadcastEndTime: first };
    if (chance > 0 && Object.keys(made).length > 3) made.commandStatus = 0;
    return made;
  });
