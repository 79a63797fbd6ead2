import { cacheOperationTable } from './tables/cache-operation.js';
import { emailNotificationTable } from './tables/email-notification.js';
import { otaSettingsTable } from './tables/ota-settings.js';
import { provisioningTable } from './tables/provisioning.js';
import { rightsTable } from './tables/rights.js';
import { serviceIndicationTable } from './tables/service-indication.js';
import { serviceLoadingTable } from './tables/service-loading.js';
import type { TokenTable } from './token-table.js';

/** The token tables that come with this package. */
export const tokenTables: readonly TokenTable[] = [
  serviceIndicationTable,
  serviceLoadingTable,
  cacheOperationTable,
  emailNotificationTable,
  provisioningTable,
  rightsTable,
  otaSettingsTable,
];
