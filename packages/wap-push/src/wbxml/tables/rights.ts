import type { TokenTable } from '../token-table.js';

/** Rights Expression 1.0 of OMA DRM, OMA-Download-DRMREL. */
export const rightsTable: TokenTable = {
  root: 'o-ex:rights',
  publicId: 0x0e,
  formalPublicIds: ['-//OMA//DTD DRMREL 1.0//EN', '-//WAPFORUM//DTD DRMREL 1.0//EN'],
  systemId: 'http://www.openmobilealliance.org/DTD/drmrel10.dtd',
  mediaTypes: ['application/vnd.oma.drm.rights+wbxml', 'application/vnd.oma.drm.rights+xml'],
  tags: [
    {
      5: 'o-ex:rights',
      6: 'o-ex:context',
      7: 'o-dd:version',
      8: 'o-dd:uid',
      9: 'o-ex:agreement',
      10: 'o-ex:asset',
      11: 'ds:KeyInfo',
      12: 'ds:KeyValue',
      13: 'o-ex:permission',
      14: 'o-dd:play',
      15: 'o-dd:display',
      16: 'o-dd:execute',
      17: 'o-dd:print',
      18: 'o-ex:constraint',
      19: 'o-dd:count',
      20: 'o-dd:datetime',
      21: 'o-dd:start',
      22: 'o-dd:end',
      23: 'o-dd:interval',
    },
  ],
  attributes: [{ 5: 'xmlns:o-ex', 6: 'xmlns:o-dd', 7: 'xmlns:ds' }],
  values: [
    {
      133: 'http://odrl.net/1.1/ODRL-EX',
      134: 'http://odrl.net/1.1/ODRL-DD',
      135: 'http://www.w3.org/2000/09/xmldsig#/',
    },
  ],
  base64Elements: ['ds:KeyValue'],
};
