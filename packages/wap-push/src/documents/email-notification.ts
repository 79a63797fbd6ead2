import { emailNotificationTable as table } from '../wbxml/tables/email-notification.js';
import { type Attributes, readAttributes, writeAttributes } from './attributes.js';
import { childElements, type DocumentCodec, readDocument, unexpected, writeDocument } from './document.js';

/** E-Mail Notification 1.0, OMA-Push-EMN. */
export interface EmailNotification {
  /** The URI of the mailbox that has new mail, such as `mailat:user@example.com` or `imap://example.com`. */
  mailbox: string;
  /** When it was found to have. Whole seconds. */
  timestamp?: Date;
}

const attributes: Attributes<keyof EmailNotification> = {
  mailbox: { name: 'mailbox', value: 'text', required: true },
  timestamp: { name: 'timestamp', value: 'datetime' },
};

/** E-Mail Notification. Attributes are written in the order of the keys. */
export const emailNotification: DocumentCodec<EmailNotification> = {
  decode(bytes, options = {}) {
    const { root, ...reading } = readDocument(bytes, table, options);
    for (const child of childElements(reading, root, 'emn')) {
      unexpected(reading, child, `emn.${child.name}`, 'an element where none is due');
    }
    return readAttributes(reading, root, 'emn', attributes) as unknown as EmailNotification;
  },

  encode(document, options = {}) {
    const root = { name: 'emn', attributes: writeAttributes(document, 'emn', attributes), children: [] };
    return writeDocument(root, table, options);
  },
};
