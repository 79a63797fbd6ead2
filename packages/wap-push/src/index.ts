/**
 * WAP Push: WBXML and its documents, and the WSP push PDU that carries them.
 *
 * @packageDocumentation
 */
export { type OnWarning, type Tolerance, WapPushError, type WapPushErrorCode, type Warning } from './errors.js';

// WBXML

// WSP
