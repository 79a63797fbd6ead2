import { MccpError, type MccpErrorCode } from './errors.js';
import { escapeText } from './escape.js';
import { commandWord, type Limits } from './line.js';
import { isResponse, type MccpInput } from './pdu.js';
import { utf8 } from './utf8.js';
import { wantObject } from './wanted.js';

/**
 * One line, its CRLF included. `ownTrid` stands in for the PDU's own.
 * @throws MccpError when a value cannot be written
 */
export function encodeLine(
  pdu: MccpInput,
  { maxLineLength, maxParameters }: Limits,
  ownTrid?: number,
): Uint8Array<ArrayBuffer> {
  wantObject('pdu', pdu);
  const { command, parameters = [] } = pdu;
  const trid = ownTrid ?? pdu.trid ?? 0;
  if (typeof command !== 'string' || !commandWord.test(command)) {
    throw new MccpError({
      code: 'command',
      command: '',
      path: 'command',
      offset: 0,
      message: 'a command word is R or A and then visible ASCII other than %',
    });
  }
  const fail = (code: MccpErrorCode, path: string, message: string) =>
    new MccpError({ code, command, path, offset: 0, message });
  if (!(Number.isInteger(trid) && trid >= 0 && trid <= 0xffffffff)) {
    throw fail('trid', 'trid', `${String(trid)} is no integer from 0 to 4294967295`);
  }
  if (!Array.isArray(parameters)) throw fail('type', 'parameters', 'an array of text is wanted');
  if (parameters.length > maxParameters) {
    throw fail('parameter_count', 'parameters', `${parameters.length}, where maxParameters is ${maxParameters}`);
  }

  const field = (text: unknown, path: string): string => {
    if (typeof text !== 'string')
      throw fail('type', path, `text is wanted, not ${text === null ? 'null' : typeof text}`);
    if (/\p{Surrogate}/u.test(text)) throw fail('utf8', path, 'it holds a lone surrogate, which UTF-8 cannot write');
    return escapeText(text);
  };
  const fields = [command, `${trid}`];
  if (isResponse(pdu)) {
    if (pdu.status === '') throw fail('status', 'status', 'it may not be empty; "0" is success');
    fields.push(field(pdu.status ?? '0', 'status'));
  } else if (pdu.status !== undefined) {
    throw fail('status', 'status', 'only a response, whose command word begins with A, has one');
  }
  for (let index = 0; index < parameters.length; index++) fields.push(field(parameters[index], `parameters[${index}]`));

  const line = utf8.encode(`${fields.join(' ')}\r\n`);
  if (line.length > maxLineLength) {
    throw fail('line_length', '', `${line.length} octets, where maxLineLength is ${maxLineLength}`);
  }
  return line;
}
