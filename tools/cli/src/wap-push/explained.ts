import type { Row } from '@smswire/pdu';
import { decodePush, decodeWbxml, dissectPush, dissectWbxml, toXml } from '@smswire/wap-push';
import { Failure } from '../failure.js';
import type { Explained } from '../protocol.js';

const whole: Explained['split'] = (bytes) => ({ frames: [bytes], rest: bytes.subarray(bytes.length), missing: '' });

const refusal = (name: string, wayOut: string) => (): never => {
  throw new Failure(`${name} is only decoded, its JSON is not turned back into octets; ${wayOut}`);
};

/** The XML text of a WBXML document, for people; undefined for octets that are none. */
function xmlOf(bytes: Uint8Array): string | undefined {
  try {
    return toXml(decodeWbxml(bytes));
  } catch {
    return undefined;
  }
}

const isWbxml = (mediaType: string): boolean => /wbxml$|\.(sic|slc|coc)$|emn\+wbxml/.test(mediaType);

/** The rows of the document, or the one row of a body that is none. */
function bodyRows(bytes: Uint8Array, body: Row): Row[] {
  try {
    return dissectWbxml(bytes.subarray(body.start)).map(({ path, start, end, value }) => ({
      path: `body.${path}`,
      start: start + body.start,
      end: end + body.start,
      value,
    }));
  } catch {
    return [body];
  }
}

/** A WSP push, without the user data header that brought it, and the document in its body. */
export const pushExplained: Explained = {
  split: whole,
  decode: (bytes, onWarning) =>
    decodePush(bytes, { onWarning: (warning) => onWarning({ command: 'push', ...warning }) }),
  dissect(bytes) {
    const rows = dissectPush(bytes);
    const body = rows.at(-1);
    const media = rows.find(({ path }) => path === 'contentType')?.value as { mediaType?: string } | undefined;
    if (body?.path !== 'body' || !isWbxml(media?.mediaType ?? '')) return rows;
    return [...rows.slice(0, -1), ...bodyRows(bytes, body)];
  },
  title(pdu) {
    const { pduType, transactionId, contentType, body } = pdu as ReturnType<typeof decodePush>;
    const xml = isWbxml(contentType.mediaType) ? xmlOf(body) : undefined;
    return `${xml === undefined ? '' : `${xml}\n`}${pduType} ${transactionId}, ${contentType.mediaType}`;
  },
  meaning,
  encode: refusal('wap-push', 'smswire send --wap-push URL makes a push of a link and sends it'),
};

/** A WBXML document alone. */
export const wbxmlExplained: Explained = {
  split: whole,
  decode: (bytes, onWarning) =>
    decodeWbxml(bytes, { onWarning: (warning) => onWarning({ command: 'wbxml', ...warning }) }),
  dissect: (bytes) => dissectWbxml(bytes),
  title: (document) => `${toXml(document as ReturnType<typeof decodeWbxml>)}\nwbxml`,
  meaning,
  encode: refusal('wbxml', 'smswire send --wap-push URL sends a link as such a document, in a push'),
};

function meaning({ path, value }: Row): string | undefined {
  if (typeof value === 'object' && value !== null && 'mediaType' in value) return String(value.mediaType);
  return path.endsWith('charset') && value === 106 ? 'UTF-8' : undefined;
}
