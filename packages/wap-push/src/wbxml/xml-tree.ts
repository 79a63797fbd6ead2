/** An element with its names and texts resolved: what XML would show. */
export interface XmlElement {
  name: string;
  /** In the order of the document, each name once. Pairs, not keys: a name can be `__proto__`. */
  attributes: XmlAttribute[];
  children: XmlNode[];
}

export interface XmlAttribute {
  name: string;
  value: string;
}

export interface XmlInstruction {
  target: string;
  data: string;
}

export type XmlNode = string | XmlElement | XmlInstruction;

/** A document with its document type: `root`, and processing instructions around it. */
export interface XmlDocument {
  root: XmlElement;
  before?: XmlInstruction[];
  after?: XmlInstruction[];
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node === 'object' && 'name' in node;
