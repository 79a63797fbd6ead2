import { tolerate, WapPushError } from '../errors.js';
import { isExtension, readText } from './decode-text.js';
import { END, isGlobal, LITERAL, SWITCH_PAGE } from './global-tokens.js';
import { countNode, hex, type Input, readIndex } from './input.js';
import type { AttributeListToken, SwitchPageToken, ValueToken } from './tree.js';

const PATH = 'body';

/**
 * Reads attributes up to and with their END. An attribute has no end of its own: the next start, below 80, or the
 * END of the list closes it, so its value is as many pieces as stand before that. WBXML 1.3 §5.8.3.
 */
export function readAttributes(input: Input): AttributeListToken[] {
  const { reader } = input;
  const list: AttributeListToken[] = [];
  // Pages belong to what follows them: a value, or the next start.
  let pages: SwitchPageToken[] = [];
  let value: ValueToken[] | undefined;
  for (;;) {
    const at = reader.position;
    if (reader.remaining === 0) {
      throw new WapPushError('truncated', at, 'the data ends in an attribute list, before its END', PATH);
    }
    const token = reader.bytes[at] as number;
    if (token === SWITCH_PAGE) {
      pages.push(readAttributePage(input));
    } else if (token === END) {
      reader.skip(1);
      append(list, pages);
      return list;
    } else if (isStart(token)) {
      append(list, pages);
      countNode(input, at);
      reader.skip(1);
      value = [];
      const start = token === LITERAL ? readIndex(input, PATH, true) : token;
      list.push({ kind: 'attribute', start, value });
      pages = [];
    } else if (value === undefined) {
      throw new WapPushError('token', at, `${hex(token)} stands where an attribute is due to start`, PATH);
    } else {
      append(value, pages);
      value.push(readValue(input, token));
      pages = [];
    }
  }
}

// Not push(...pages): a hostile list has more of them than a call can have arguments.
function append(list: { push(page: SwitchPageToken): void }, pages: SwitchPageToken[]): void {
  for (const page of pages) list.push(page);
}

const isStart = (token: number): boolean => token === LITERAL || (token < 0x80 && !isGlobal(token));
const isValue = (token: number): boolean => token >= 0x80 && !isGlobal(token);

function readValue(input: Input, token: number): ValueToken {
  if (!isValue(token)) return readText(input, PATH);
  input.reader.skip(1);
  return { kind: 'value', token };
}

function readAttributePage({ reader, options }: Input): SwitchPageToken {
  const at = reader.position;
  reader.skip(1);
  const page = reader.u8();
  const next = reader.remaining > 0 ? (reader.bytes[reader.position] as number) : END;
  if (!isStart(next) && !isValue(next) && !isExtension(next)) {
    tolerate(options, 'switchPage', PATH, at, 'a SWITCH_PAGE that no attribute or value follows');
  }
  return { kind: 'switchPage', page };
}
