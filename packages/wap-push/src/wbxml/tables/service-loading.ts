import type { TokenTable } from '../token-table.js';
import { domains } from './domains.js';

/** Service Loading 1.0, WAP-168. */
export const serviceLoadingTable: TokenTable = {
  root: 'sl',
  publicId: 0x06,
  formalPublicIds: ['-//WAPFORUM//DTD SL 1.0//EN'],
  systemId: 'http://www.wapforum.org/DTD/sl.dtd',
  mediaTypes: ['application/vnd.wap.slc', 'text/vnd.wap.sl'],
  tags: [{ 5: 'sl' }],
  attributes: [
    {
      5: 'action=execute-low',
      6: 'action=execute-high',
      7: 'action=cache',
      8: 'href',
      9: 'href=http://',
      10: 'href=http://www.',
      11: 'href=https://',
      12: 'href=https://www.',
    },
  ],
  values: [domains],
};
