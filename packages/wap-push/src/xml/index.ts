/**
 * XML text to WBXML. The only part of the package that needs a parser, so it is a subpath of its own.
 *
 * @packageDocumentation
 */
export { type FromXmlOptions, fromXml } from './from-xml.js';
