import { lineError, type Tolerance, tolerate } from './errors.js';
import { octetsBefore, unescapeText } from './escape.js';
import { textEnd } from './framing.js';
import { commandWord, fieldError, fieldWarning, type Limits, type Line, leadingFields, quote, tridOf } from './line.js';
import type { MccpPdu, MccpRequest, MccpResponse } from './pdu.js';
import { utf8Fault, utf8Text } from './utf8.js';

/**
 * Decodes the line from `start` to `end`, line end included.
 * @throws MccpError when it is not a line of MCCP §5.2
 */
export function decodeLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  { maxLineLength, maxParameters }: Limits,
  tolerance: Tolerance,
): MccpPdu {
  if (end - start > maxLineLength) {
    throw lineError('line_length', start, `${end - start} octets, where maxLineLength is ${maxLineLength}`);
  }
  const stop = textEnd(bytes, start, end);
  if (stop === end) throw lineError('incomplete', end, 'the bytes end before the line does');

  // One more than may be, so that too many show; a hostile line of spaces is not cut up whole.
  const fields = lineText(bytes, start, stop).split(' ', maxParameters + 4);
  const line: Line = { start, fields, tolerance };
  const command = fields[0] as string;
  if (!commandWord.test(command)) {
    throw fieldError(line, 'command', 0, `${quote(command)} is no command word, which begins with R or A`);
  }
  const trid = readTrid(line);
  const first = leadingFields(command);
  if (first === 3 && !fields[2]) throw fieldError(line, 'status', 2, 'a response has a status, and "0" is success');
  if (fields.length - first > maxParameters) {
    throw fieldError(line, 'parameter_count', first + maxParameters, `maxParameters is ${maxParameters}`);
  }
  const status = first === 3 ? readText(line, 2) : undefined;
  const parameters: string[] = [];
  for (let index = first; index < fields.length; index++) parameters.push(readText(line, index));

  if (stop === end - 1) {
    tolerate(tolerance, {
      code: 'line_feed',
      command,
      path: '',
      offset: stop,
      message: 'the line ends in LF without a CR',
    });
  }
  return status === undefined
    ? { command: command as MccpRequest['command'], trid, parameters }
    : { command: command as MccpResponse['command'], trid, status, parameters };
}

function lineText(bytes: Uint8Array, start: number, stop: number): string {
  const octets = bytes.subarray(start, stop);
  const text = utf8Text(octets);
  if (text === undefined) {
    throw lineError('utf8', start + utf8Fault(octets), 'the octets are not UTF-8');
  }
  const cr = text.indexOf('\r');
  if (cr >= 0) {
    const at = start + octetsBefore(text, cr);
    throw lineError('carriage_return', at, 'a CR within the line, where %0D is to stand');
  }
  return text;
}

function readTrid(line: Line): number {
  const field = line.fields[1];
  if (field === undefined) throw fieldError(line, 'trid', 1, 'the line ends before its trid');
  const trid = tridOf(field);
  if (trid === undefined)
    throw fieldError(line, 'trid', 1, `${quote(field)} is no decimal number from 0 to 4294967295`);
  if (field.length > 1 && field.startsWith('0')) fieldWarning(line, 'leading_zero', 1, `${quote(field)} begins with 0`);
  return trid;
}

function readText(line: Line, index: number): string {
  const { text, needless, bad } = unescapeText(line.fields[index] as string);
  if (bad >= 0) throw fieldError(line, 'escape', index, '% begins no escape of two hexadecimal digits in UTF-8', bad);
  if (needless >= 0) {
    fieldWarning(line, 'needless_escape', index, 'only %, space, CR and LF are to be escaped', needless);
  }
  return text;
}
