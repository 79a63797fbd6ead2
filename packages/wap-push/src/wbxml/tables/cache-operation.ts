import type { TokenTable } from '../token-table.js';
import { domains } from './domains.js';

/** Cache Operation 1.0, WAP-175. */
export const cacheOperationTable: TokenTable = {
  root: 'co',
  publicId: 0x07,
  formalPublicIds: ['-//WAPFORUM//DTD CO 1.0//EN'],
  systemId: 'http://www.wapforum.org/DTD/co_1.0.dtd',
  mediaTypes: ['application/vnd.wap.coc', 'text/vnd.wap.co'],
  tags: [{ 5: 'co', 6: 'invalidate-object', 7: 'invalidate-service' }],
  attributes: [
    {
      5: 'uri',
      6: 'uri=http://',
      7: 'uri=http://www.',
      8: 'uri=https://',
      9: 'uri=https://www.',
    },
  ],
  values: [domains],
};
