import { serviceLoadingTable as table } from '../wbxml/tables/service-loading.js';
import { type Attributes, readAttributes, writeAttributes } from './attributes.js';
import { childElements, type DocumentCodec, readDocument, unexpected, writeDocument } from './document.js';

const actions = ['execute-low', 'execute-high', 'cache'] as const;

/** Load and show without disturbing the user, or at once; or only keep it at hand. */
export type ServiceLoadingAction = (typeof actions)[number];

/** Service Loading 1.0, WAP-168. */
export interface ServiceLoading {
  /** The URI to load. */
  href: string;
  /** `execute-low` where the document does not say. */
  action: ServiceLoadingAction;
}

export type ServiceLoadingInput = Pick<ServiceLoading, 'href'> & Partial<ServiceLoading>;

const attributes: Attributes<keyof ServiceLoading> = {
  href: { name: 'href', value: 'text', required: true },
  action: { name: 'action', value: actions },
};

/** Service Loading: a URI to load without asking. Attributes are written in the order of the keys. */
export const serviceLoading: DocumentCodec<ServiceLoading, ServiceLoadingInput> = {
  decode(bytes, options = {}) {
    const { root, ...reading } = readDocument(bytes, table, options);
    for (const child of childElements(reading, root, 'sl')) {
      unexpected(reading, child, `sl.${child.name}`, 'an element where none is due');
    }
    const read = readAttributes(reading, root, 'sl', attributes) as ServiceLoadingInput;
    return { ...read, action: read.action ?? 'execute-low' };
  },

  encode(document, options = {}) {
    const root = { name: 'sl', attributes: writeAttributes(document, 'sl', attributes), children: [] };
    return writeDocument(root, table, options);
  },
};
