import type { Message } from '../message.js';
import type { Store } from '../store.js';

/** The message a request names, if it is of this ESME and, where the request names one, of this source. */
export function find(
  store: Store<Message>,
  { messageId, sourceAddr }: { readonly messageId: string; readonly sourceAddr: string },
  systemId: string,
): Message | undefined {
  const message = store.get(messageId);
  if (message?.systemId !== systemId) return undefined;
  return sourceAddr === '' || message.source.address === sourceAddr ? message : undefined;
}
