import { arrayDue } from '../due.js';
import { type CountElement, elementCounter } from '../wbxml/limits.js';
import { provisioningTable as table } from '../wbxml/tables/provisioning.js';
import type { XmlElement } from '../wbxml/xml-tree.js';
import { type Attributes, readAttributes, writeAttributes } from './attributes.js';
import {
  childElements,
  type DocumentCodec,
  type Reading,
  readDocument,
  unexpected,
  writeDocument,
} from './document.js';

export interface Parm {
  /** The parameter, such as `NAPID`. A name may stand more than once. */
  name: string;
  value?: string;
}

export interface Characteristic {
  /** What the parameters are of, such as `NAPDEF`. */
  type: string;
  parms: Parm[];
  characteristics: Characteristic[];
}

/** Client Provisioning, OMA-WAP-ProvCont. Nothing in it says that its sender may be trusted: that is the MAC's part. */
export interface Provisioning {
  version?: string;
  characteristics: Characteristic[];
}

export interface CharacteristicInput {
  type: string;
  parms?: readonly Parm[];
  characteristics?: readonly CharacteristicInput[];
}

export interface ProvisioningInput {
  version?: string;
  characteristics: readonly CharacteristicInput[];
}

const rootAttributes: Attributes<'version'> = { version: { name: 'version', value: 'text' } };
const characteristicAttributes: Attributes<'type'> = { type: { name: 'type', value: 'text', required: true } };
const parmAttributes: Attributes<keyof Parm> = {
  name: { name: 'name', value: 'text', required: true },
  value: { name: 'value', value: 'text' },
};

const ROOT = 'wap-provisioningdoc';

/** Client Provisioning as a tree of characteristics, each with its parameters before what it contains. */
export const provisioning: DocumentCodec<Provisioning, ProvisioningInput> = {
  decode(bytes, options = {}) {
    const { root, ...reading } = readDocument(bytes, table, options);
    const { version } = readAttributes(reading, root, ROOT, rootAttributes) as { version?: string };
    const characteristics: Characteristic[] = [];
    const pending: Level[] = [{ element: root, path: ROOT, characteristics }];
    for (let level = pending.shift(); level !== undefined; level = pending.shift()) readLevel(reading, level, pending);
    return version === undefined ? { characteristics } : { version, characteristics };
  },

  encode(document, options = {}) {
    const attributes = writeAttributes(document, ROOT, rootAttributes);
    const root: XmlElement = { name: ROOT, attributes, children: [] };
    const count = elementCounter(options.limits);
    count(1, attributes.length, ROOT);
    const pending: { given: readonly CharacteristicInput[]; into: XmlElement; depth: number }[] = [
      { given: document.characteristics, into: root, depth: 2 },
    ];
    for (const { given, into, depth } of pending) {
      arrayDue(given, 'an array of characteristics', ROOT);
      for (const characteristic of given) {
        const written = writeCharacteristic(characteristic, depth, count);
        into.children.push(written);
        pending.push({ given: characteristic.characteristics ?? [], into: written, depth: depth + 1 });
      }
    }
    return writeDocument(root, table, options);
  },
};

interface Level {
  element: XmlElement;
  path: string;
  /** Absent at the root, which has no parameters. */
  parms?: Parm[];
  characteristics: Characteristic[];
}

function readLevel(reading: Reading, { element, path, parms, characteristics }: Level, pending: Level[]): void {
  for (const child of childElements(reading, element, path)) {
    const childPath = `${path}.${child.name}`;
    if (child.name === 'characteristic') {
      const { type } = readAttributes(reading, child, childPath, characteristicAttributes) as { type: string };
      const read: Characteristic = { type, parms: [], characteristics: [] };
      characteristics.push(read);
      pending.push({ element: child, path: childPath, parms: read.parms, characteristics: read.characteristics });
    } else if (child.name === 'parm' && parms !== undefined) {
      parms.push(readAttributes(reading, child, childPath, parmAttributes) as unknown as Parm);
    } else {
      unexpected(reading, child, childPath, 'an element that the document type does not have here');
    }
  }
}

function writeCharacteristic(characteristic: CharacteristicInput, depth: number, count: CountElement): XmlElement {
  const path = `${ROOT}.characteristic`;
  const attributes = writeAttributes(characteristic, path, characteristicAttributes);
  count(depth, attributes.length, path);
  const { parms = [] } = characteristic;
  arrayDue(parms, 'an array of parms', path);
  const children = parms.map((parm) => {
    const attributes = writeAttributes(parm, `${path}.parm`, parmAttributes);
    count(depth + 1, attributes.length, `${path}.parm`);
    return { name: 'parm', attributes, children: [] };
  });
  return { name: 'characteristic', attributes, children };
}
