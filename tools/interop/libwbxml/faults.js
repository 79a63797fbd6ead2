// Where libwbxml is known to write documents otherwise than they say, and why.
import { documentItem } from './documents.js';

const isRights = ({ type }) => type === 'DRMREL';

export const faults = [
  {
    name: 'no rights without a string table',
    reason:
      'xml2wbxml writes the prefixed names of OMA DRM rights as literals, which need a string table; with -n it refuses ' +
      'them ("can\'t encode Literal")',
    applies: (_, of) => isRights(of) && !of.tables,
    instead: () => [{ name: 'refused', agrees: () => true }],
  },
  {
    name: 'rights without prefixes',
    reason:
      'xml2wbxml drops the prefixes of names and their declarations, so that none of the tokens of OMA DRM is met',
    applies: (_, of) => isRights(of) && of.tables,
    instead: (_, { root }) => [documentItem(withoutPrefixes(root))],
  },
];

const withoutPrefixes = ({ name, children }) => ({
  name: name.slice(name.indexOf(':') + 1),
  attributes: [],
  children: children.map((child) => (typeof child === 'string' ? child : withoutPrefixes(child))),
});
