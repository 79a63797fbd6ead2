import { canonical } from '../../wbxml/xml-tree.js';
import { number } from '../items.js';
import { headerItems } from './headers.js';

/** A document as a whole. It is compared as one, for what it says and not for the tokens that say it. */
export const documentItem = (root) => ({
  name: 'document',
  path: 'document',
  document: root,
  shown: canonical(root),
  agrees: ({ show }) => show === canonical(root),
});

/** What Wireshark ought to show of a push: its own fields, its headers, and the document it carries. */
export function expected({ push, mediaType, root, table, version }) {
  return [
    ...at('transactionId', number('wsp.TID')(push.transactionId)),
    ...at('pduType', number('wsp.pdu_type')(push.pduType === 'push' ? 6 : 7)),
    {
      name: 'wsp.header.content_type',
      path: 'contentType',
      shown: mediaType,
      agrees: ({ show }) => show === mediaType,
    },
    ...push.contentType.parameters.map(() => ({
      name: 'wsp.parameter.charset',
      path: 'contentType.charset',
      shown: 'UTF-8',
      agrees: ({ show }) => show === 'UTF-8',
    })),
    ...push.headers.flatMap(headerItems),
    ...at('version', number('wbxml.version')(Number(version.slice(2)))),
    ...at('publicId', number('wbxml.public_id.known')(table.publicId)),
    ...at('charset', number('wbxml.charset')(106)),
    documentItem(root),
  ];
}

const at = (path, items) => items.map((item) => ({ ...item, path }));
