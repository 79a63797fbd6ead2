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
