import type { TokenTable } from '../token-table.js';
import { domains } from './domains.js';

/** Service Indication 1.0, WAP-167. */
export const serviceIndicationTable: TokenTable = {
  root: 'si',
  publicId: 0x05,
  formalPublicIds: ['-//WAPFORUM//DTD SI 1.0//EN'],
  systemId: 'http://www.wapforum.org/DTD/si.dtd',
  mediaTypes: ['application/vnd.wap.sic', 'text/vnd.wap.si'],
  tags: [{ 5: 'si', 6: 'indication', 7: 'info', 8: 'item' }],
  attributes: [
    {
      5: 'action=signal-none',
      6: 'action=signal-low',
      7: 'action=signal-medium',
      8: 'action=signal-high',
      9: 'action=delete',
      10: 'created',
      11: 'href',
      12: 'href=http://',
      13: 'href=http://www.',
      14: 'href=https://',
      15: 'href=https://www.',
      16: 'si-expires',
      17: 'si-id',
      18: 'class',
    },
  ],
  values: [domains],
  datetimeAttributes: ['created', 'si-expires'],
};
