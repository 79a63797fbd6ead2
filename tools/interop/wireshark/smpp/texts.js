import { ascii, gsm7, iso88595, iso88598, latin1, smppFields, ucs2 } from '@smswire/user-data';
import fc from 'fast-check';
import { number, octets } from '../items.js';
import { headerItems } from '../user-data/header.js';
import { textMessage } from '../user-data/messages.js';

const alphabets = { ascii, gsm7, iso88595, iso88598, latin1, ucs2 };

/**
 * The PDUs of generated messages: each with the text of its segment, and the items of what Wireshark shows behind the PDU:
 * the header, and the octets of the segment or, with the last, of the message put together.
 */
export const messagePdus = (seed, count) =>
  fc.sample(textMessage, { seed, numRuns: count }).flatMap(({ text, message }, index) => {
    const { decode } = alphabets[message.alphabet];
    const texts = message.parts.map(({ payload }) => decode(payload));
    if (texts.join('') !== text) throw new Error(`our own segments of ${JSON.stringify(text)} do not make the text`);
    const whole = Buffer.concat(message.parts.map(({ payload }) => payload));
    return smppFields(message).map((fields, at) => {
      const { udh, payload, sar } = message.parts[at];
      const last = at === message.parts.length - 1;
      const shown = udh.length > 0 || sar !== undefined || message.ports !== undefined;
      return {
        // Addresses of its own keep a message apart from others with the same reference.
        pdu: {
          command: index % 2 === 0 ? 'submit_sm' : 'deliver_sm',
          commandStatus: 0,
          sequenceNumber: index + 1,
          ...noBody,
          sourceAddr: `${100 + index}`,
          destinationAddr: `${44000 + index}`,
          ...fields,
        },
        text: texts[at],
        behind: [
          ...headerItems(udh),
          ...(last && at > 0 ? number('gsm_sms_ud.reassembled.length')(whole.length) : []),
          ...(shown ? octets('gsm_sms_ud.short_msg')(last ? whole : payload) : []),
        ].map((item) => ({ path: 'message', ...item })),
      };
    });
  });

/** The fields that the wire has and the message does not mind, in their order. */
const noBody = {
  serviceType: '',
  sourceAddrTon: 1,
  sourceAddrNpi: 1,
  sourceAddr: '',
  destAddrTon: 1,
  destAddrNpi: 1,
  destinationAddr: '',
  esmClass: 0,
  protocolId: 0,
  priorityFlag: 0,
  scheduleDeliveryTime: '',
  validityPeriod: '',
  registeredDelivery: 0,
  replaceIfPresentFlag: 0,
  dataCoding: 0,
  smDefaultMsgId: 0,
  shortMessage: new Uint8Array(0),
};
