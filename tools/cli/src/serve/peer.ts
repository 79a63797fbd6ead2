import type { Link } from '@smswire/session';
import type { SmppVersion } from '@smswire/smpp';
import type { Codec } from '../smpp/codec.js';

/** A bound ESME on one link. */
export interface Peer {
  readonly link: Link<Codec>;
  readonly systemId: string;
  readonly version: SmppVersion;
}
