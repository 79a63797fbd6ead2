import { canonical } from '../wbxml/xml-tree.js';

/** A document, compared for what it says. */
export const documentItem = (root) => ({
  name: 'document',
  path: 'document',
  shown: canonical(root),
  agrees: ({ show }) => show === canonical(root),
});
