// Where Wireshark is known to read WAP pushes otherwise than they were written, and why.
import { documentItem } from './expected.js';

export const faults = [
  {
    name: 'a slash behind the domains of EMN',
    reason: 'it takes the attribute values of SI for those of EMN, where .com stands without a slash',
    applies: ({ document }, { type }) => document !== undefined && type === 'EMN',
    instead: ({ document }) => [documentItem(withSlashes(document))],
  },
  {
    name: 'no names for the rights of OMA DRM',
    reason: 'it has no table for public id 0x0E, and shows the tokens by their numbers',
    applies: ({ document }, { type }) => document !== undefined && type === 'DRMREL',
    instead: ({ document }, { table }) => [documentItem(withoutNames(document, table))],
  },
];

const withSlashes = (element) => ({
  ...element,
  attributes: element.attributes.map(({ name, value }) => ({
    name,
    value: value.replace(/\.(com|edu|net|org)/g, '$&/'),
  })),
});

const token = (table, text) => {
  const [number] = Object.entries(table[0]).find(([, each]) => each === text);
  return `0x${Number(number).toString(16).toUpperCase().padStart(2, '0')}`;
};

function withoutNames({ name, attributes, children }, table) {
  return {
    name: `Tag_${token(table.tags, name)}`,
    attributes: attributes.map((each) => ({
      name: `attrStart_${token(table.attributes, each.name)}`,
      value: `attrValue_${token(table.values, each.value)}`,
    })),
    children: children.map((child) => (typeof child === 'string' ? child : withoutNames(child, table))),
  };
}
