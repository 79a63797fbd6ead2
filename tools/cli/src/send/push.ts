import { encodePush, serviceIndication, wapPorts } from '@smswire/wap-push';
import type { pushActions } from './choices.js';

/** A Service Indication. */
export interface PushOptions {
  readonly href: string;
  readonly text?: string | undefined;
  /** @default signal-medium */
  readonly action?: (typeof pushActions)[number] | undefined;
}

/** Where phones listen for a push that need not be secured, and the port that gateways push from. */
export const pushPorts = { destination: wapPorts.push, source: wapPorts.wsp };

/** The octets of the push: a Service Indication in WBXML, in a WSP Push. */
export function pushOctets({ href, text, action }: PushOptions): Uint8Array {
  return encodePush({
    transactionId: 1,
    pduType: 'push',
    contentType: { mediaType: 'application/vnd.wap.sic', parameters: [] },
    headers: [],
    body: serviceIndication.encode({
      // Old receivers expect the link first.
      indication: { href, ...(action && { action }), ...(text !== undefined && { text }) },
    }),
  });
}
