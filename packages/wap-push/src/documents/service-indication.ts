import { arrayDue, objectDue } from '../due.js';
import { tolerate, WapPushError } from '../errors.js';
import { serviceIndicationTable as table } from '../wbxml/tables/service-indication.js';
import type { XmlElement } from '../wbxml/xml-tree.js';
import { type Attributes, readAttributes, writeAttributes } from './attributes.js';
import {
  childElements,
  type DocumentCodec,
  type EncodeOptions,
  type Reading,
  readDocument,
  textIn,
  unexpected,
  writeDocument,
} from './document.js';

const actions = ['signal-none', 'signal-low', 'signal-medium', 'signal-high', 'delete'] as const;

/** How much the user is to be disturbed; `delete` takes away the indication with the same `siId`. */
export type ServiceIndicationAction = (typeof actions)[number];

export interface Indication {
  /** The URI to load. */
  href?: string;
  /** Identity of the indication; where it is absent, `href` is the identity. Required to `delete`. */
  siId?: string;
  /** When the content was made. Of two indications with one identity the newer stays. Whole seconds. */
  created?: Date;
  /** When to discard the indication. Whole seconds. */
  expires?: Date;
  /** `signal-medium` where the document does not say. */
  action: ServiceIndicationAction;
  /** The message to show. Some receivers drop an indication without any. */
  text: string;
}

export interface InfoItem {
  class: string;
  text: string;
}

/** Service Indication 1.0, WAP-167. */
export interface ServiceIndication {
  indication: Indication;
  /** Further information, in the order of the document. */
  info?: InfoItem[];
}

export interface ServiceIndicationInput {
  indication: Partial<Indication>;
  info?: readonly InfoItem[];
}

const indicationAttributes: Attributes<Exclude<keyof Indication, 'text'>> = {
  href: { name: 'href', value: 'text' },
  siId: { name: 'si-id', value: 'text' },
  created: { name: 'created', value: 'datetime' },
  expires: { name: 'si-expires', value: 'datetime' },
  action: { name: 'action', value: actions },
};
const itemAttributes: Attributes<'class'> = { class: { name: 'class', value: 'text', required: true } };

const PATH = 'si.indication';

/**
 * Service Indication: a message that tells of a URI. Attributes are written in the order of the keys of `indication`;
 * old receivers expect `href` first.
 */
export const serviceIndication: DocumentCodec<ServiceIndication, ServiceIndicationInput> = {
  decode(bytes, options = {}) {
    const { root, ...reading } = readDocument(bytes, table, options);
    const document: Partial<ServiceIndication> = {};
    for (const child of childElements(reading, root, 'si')) {
      const path = `si.${child.name}`;
      if (child.name === 'indication' && document.indication === undefined) {
        document.indication = readIndication(reading, child);
      } else if (child.name === 'info' && document.info === undefined) {
        document.info = readInfo(reading, child);
      } else {
        unexpected(reading, child, path, 'an element that the document type does not have here');
      }
    }
    const { indication, info } = document;
    if (indication === undefined) {
      throw new WapPushError('missing', reading.offsetOf(root), 'there is no indication', PATH);
    }
    return info === undefined ? { indication } : { indication, info };
  },

  encode(document, options = {}) {
    objectDue(document, 'a service indication { indication, info }', 'si');
    const { indication, info } = document;
    objectDue(indication, 'an indication { href, action, text }', PATH);
    if (info !== undefined) arrayDue(info, 'an array of items', 'si.info');
    const children = [writeIndication(indication, options)];
    if (info !== undefined && info.length > 0) children.push(element('info', [], info.map(writeItem)));
    return writeDocument(element('si', [], children), table, options);
  },
};

function readIndication(reading: Reading, found: XmlElement): Indication {
  const read = readAttributes(reading, found, PATH, indicationAttributes) as Partial<Indication>;
  if (read.action === 'delete' && read.siId === undefined) {
    tolerate(reading.options, 'missing', `${PATH}@si-id`, reading.offsetOf(found), 'delete without saying what');
  }
  return { ...read, action: read.action ?? 'signal-medium', text: textIn(reading, found, PATH) };
}

function readInfo(reading: Reading, info: XmlElement): InfoItem[] {
  const items: InfoItem[] = [];
  for (const child of childElements(reading, info, 'si.info')) {
    const path = `si.info.${child.name}`;
    if (child.name !== 'item') {
      unexpected(reading, child, path, 'an element that the document type does not have here');
      continue;
    }
    const read = readAttributes(reading, child, path, itemAttributes) as Pick<InfoItem, 'class'>;
    items.push({ ...read, text: textIn(reading, child, path) });
  }
  return items;
}

function writeIndication(indication: Partial<Indication>, options: EncodeOptions): XmlElement {
  const { action, siId, text = '' } = indication;
  if (action === 'delete' && siId === undefined) {
    throw new WapPushError('missing', 0, 'to delete an indication, say which by siId', `${PATH}@si-id`);
  }
  if (text === '' && action !== 'delete') {
    tolerate(options, 'missing', PATH, 0, 'an indication without text, which some receivers discard');
  }
  return element('indication', writeAttributes(indication, PATH, indicationAttributes), [text]);
}

function writeItem(item: InfoItem): XmlElement {
  const attributes = writeAttributes(item, 'si.info.item', itemAttributes);
  return element('item', attributes, [item.text ?? '']);
}

const element = (name: string, attributes: XmlElement['attributes'], children: XmlElement['children']): XmlElement => ({
  name,
  attributes,
  children,
});
