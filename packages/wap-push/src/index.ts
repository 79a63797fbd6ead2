/**
 * WAP Push: WBXML and its documents, and the WSP push PDU that carries them.
 *
 * @packageDocumentation
 */

// WBXML
export { type CacheOperation, cacheOperation, type Invalidation } from './documents/cache-operation.js';
export type { DocumentCodec, EncodeOptions } from './documents/document.js';
export { type EmailNotification, emailNotification } from './documents/email-notification.js';
export {
  type Characteristic,
  type CharacteristicInput,
  type Parm,
  type Provisioning,
  type ProvisioningInput,
  provisioning,
} from './documents/provisioning.js';
export {
  type Indication,
  type InfoItem,
  type ServiceIndication,
  type ServiceIndicationAction,
  type ServiceIndicationInput,
  serviceIndication,
} from './documents/service-indication.js';
export {
  type ServiceLoading,
  type ServiceLoadingAction,
  type ServiceLoadingInput,
  serviceLoading,
} from './documents/service-loading.js';
export { type OnWarning, type Tolerance, WapPushError, type WapPushErrorCode, type Warning } from './errors.js';
// WSP
export type { Alert, UiMode } from './notifications/alert.js';
export { type MmsNotification, type MmsNotificationInit, mmsNotification } from './notifications/mms-notification.js';
export {
  type DataSync,
  type DataSyncNotification,
  type DeviceManagementNotification,
  dataSyncNotification,
  deviceManagementNotification,
} from './notifications/syncml-notification.js';
export { type ComposeOptions, composeWbxml } from './wbxml/compose.js';
export { decodeWbxml } from './wbxml/decode.js';
export { dissectWbxml, type WbxmlRow } from './wbxml/dissect.js';
export { encodeWbxml } from './wbxml/encode.js';
export type { DecodeOptions } from './wbxml/input.js';
export { defaultLimits, type Limits } from './wbxml/limits.js';
export type { ResolveOptions } from './wbxml/naming.js';
export { type Resolved, resolveWbxml } from './wbxml/resolve.js';
export type { StringTableMode } from './wbxml/table-builder.js';
export { cacheOperationTable } from './wbxml/tables/cache-operation.js';
export { emailNotificationTable } from './wbxml/tables/email-notification.js';
export { otaSettingsTable } from './wbxml/tables/ota-settings.js';
export { provisioningTable } from './wbxml/tables/provisioning.js';
export { rightsTable } from './wbxml/tables/rights.js';
export { serviceIndicationTable } from './wbxml/tables/service-indication.js';
export { serviceLoadingTable } from './wbxml/tables/service-loading.js';
export type { Pages, TokenTable } from './wbxml/token-table.js';
export { tokenTables } from './wbxml/token-tables.js';
export type * from './wbxml/tree.js';
export type { XmlAttribute, XmlDocument, XmlElement, XmlInstruction, XmlNode } from './wbxml/xml-tree.js';
export type { ContentType } from './wsp/content-type.js';
export { decodePush } from './wsp/decode-push.js';
export { dissectPush, type PushRow } from './wsp/dissect-push.js';
export { encodePush } from './wsp/encode-push.js';
export type { Header, HeaderValue } from './wsp/header.js';
export type { CacheDirective, Disposition, PageVersion, Weighted } from './wsp/header-values.js';
export type { Parameter, ParameterValue } from './wsp/parameters.js';
export { wapPorts } from './wsp/ports.js';
export {
  type ProvisioningMethod,
  type ProvisioningSecrets,
  pinWithMac,
  provisioningMac,
  verifyProvisioning,
} from './wsp/provisioning-mac.js';
export { type DecodePushOptions, type Push, type PushContentType, type PushInit, pushLimits } from './wsp/push.js';
export { toXml } from './xml/to-xml.js';
