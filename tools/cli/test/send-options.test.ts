import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { sendCommand } from '../src/send/command.js';

const to = ['--destination-addr', '447700900123'];

/** What the call fails with; all these do so before anything is connected. */
async function failureOf(args: readonly string[], protocol = 'smpp'): Promise<string> {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  sendCommand(command.option('--protocol <name>'), () => {});
  try {
    await command.parseAsync(['--protocol', protocol, '--port', '1', ...args], { from: 'user' });
  } catch (error) {
    return (error as Error).message;
  }
  return 'no failure';
}

describe('the options of smswire send', () => {
  it.each([
    ['a receiver that is to send', [...to, '--bind-mode', 'rx', 'Hello'], /a receiver cannot send/],
    [
      'a transmitter that waits for receipts',
      [...to, '--bind-mode', 'tx', '--wait-receipts=1s', 'Hello'],
      /no receipts/,
    ],
    ['a character the alphabet lacks', [...to, '--alphabet', 'latin1', '你好'], /"你" \(U\+4F60\)/],
    [
      'an address that is too long',
      ['--destination-addr', '1'.repeat(21), 'Hello'],
      /destinationAddr at \d+: 21 characters/,
    ],
    ['an unknown TLV', [...to, '--tlv', 'nope=1', 'Hello'], /No TLV is called nope/],
    [
      'a TLV of a 3.3 bind',
      [...to, '--interface-version', '3.3', '--bind-mode', 'tx', '--tlv', '0x1400=a', 'x'],
      /3\.3/,
    ],
    ['a number out of range', [...to, '--esm-class', '256', 'Hello'], /from 0 to 255/],
    ['a push with a text besides', [...to, '--wap-push', 'http://a/', 'Hello'], /--wap-push is the whole message/],
    ['the text of a push without its link', [...to, '--push-text', 'Hi', 'Hello'], /for --wap-push URL/],
    ['a push of octets', [...to, '--wap-push', 'http://a/', '--hex'], /--wap-push is the whole message/],
    ['an option of CMPP', [...to, '--service-id', 'A', 'Hello'], /--service-id is an option of cmpp and does nothing/],
    ['a file that is not there', [...to, '--ca', '/nowhere/ca.pem', 'Hello'], /--ca: ENOENT/],
  ])('refuse %s', async (_name, args, message) => {
    expect(await failureOf(args)).toMatch(message);
  });
});

describe('the options of smswire send for CMPP', () => {
  const many = Array.from({ length: 100 }, (_, k) => String(13_800_138_000 + k)).join(',');
  it.each([
    ['more than 99 recipients', ['--destination-addr', many, 'Hello'], /destTerminalIds.*99/],
    ['a recipient left out', ['--destination-addr', '1,,2', 'Hello'], /between two commas there is no number/],
    ['an address that is too long', [...to, '--source-addr', '9000001', 'Hello'], /sourceAddr/],
    ['an alphabet without a Msg_Fmt', [...to, '--alphabet', 'iso88595', 'Д'], /iso88595; give the one agreed on/],
    ['a header that is too long', [...to, '--hex', '--udh', '0605040b8423f0', '00'.repeat(140)], /msgContent.*140/],
    [
      'an option of SMPP',
      [...to, '--service-type', 'A', 'Hello'],
      /--service-type is an option of smpp and does nothing/,
    ],
  ])('refuse %s', async (_name, args, message) => {
    expect(await failureOf(args, 'cmpp')).toMatch(message);
  });
});
