import { WapPushError } from '../errors.js';

/** What a document may cost before it is refused. */
export interface Limits {
  /** Octets of the whole document, or characters of XML text. @default 65535 */
  maxLength?: number;
  /** Elements within each other. @default 32 */
  maxDepth?: number;
  /** Elements and attributes together. @default 4096 */
  maxNodes?: number;
  /** Octets of the string table. @default 32640 */
  maxStringTable?: number;
  /** Characters of names, values and text once the string table is resolved. @default 65536 */
  maxOutput?: number;
}

export const defaultLimits: Required<Limits> = {
  maxLength: 65_535,
  maxDepth: 32,
  maxNodes: 4096,
  maxStringTable: 32_640,
  maxOutput: 65_536,
};

/** Hears of each element that is to be written: how deep it stands, its attributes and its path. */
export type CountElement = (depth: number, attributes: number, path: string) => void;

/** What is written meets the limits of what is read: an object that contains itself would have no end. */
export function elementCounter(limits: Limits = {}): CountElement {
  const { maxDepth = defaultLimits.maxDepth, maxNodes = defaultLimits.maxNodes } = limits;
  let nodes = 0;
  return (depth, attributes, path) => {
    nodes += 1 + attributes;
    if (depth > maxDepth) {
      const advice = 'does one contain itself?';
      throw new WapPushError('limit', 0, `elements within each other pass ${maxDepth} (maxDepth); ${advice}`, path);
    }
    if (nodes > maxNodes) {
      throw new WapPushError('limit', 0, `elements and attributes pass ${maxNodes} (maxNodes)`, path);
    }
  };
}
