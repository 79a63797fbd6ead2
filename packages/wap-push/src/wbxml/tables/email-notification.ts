import type { TokenTable } from '../token-table.js';

/** E-Mail Notification 1.0, OMA-Push-EMN. */
export const emailNotificationTable: TokenTable = {
  root: 'emn',
  publicId: 0x0d,
  formalPublicIds: ['-//WAPFORUM//DTD EMN 1.0//EN'],
  systemId: 'http://www.wapforum.org/DTD/emn.dtd',
  mediaTypes: ['application/vnd.wap.emn+wbxml', 'text/vnd.wap.emn+xml'],
  tags: [{ 5: 'emn' }],
  attributes: [
    {
      5: 'timestamp',
      6: 'mailbox',
      7: 'mailbox=mailat:',
      8: 'mailbox=pop://',
      9: 'mailbox=imap://',
      10: 'mailbox=http://',
      11: 'mailbox=http://www.',
      12: 'mailbox=https://',
      13: 'mailbox=https://www.',
    },
  ],
  // Without the slash that SI has: mailat:user@wapforum.org ends here. Wireshark prints one.
  values: [{ 133: '.com', 134: '.edu', 135: '.net', 136: '.org' }],
  datetimeAttributes: ['timestamp'],
};
