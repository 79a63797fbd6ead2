import { encodeMarked } from './encode.js';
import type { WbxmlDocument } from './tree.js';

/** The offset of a token in the octets of its document; 0 for what is none. */
export type Locate = (token: object | undefined) => number;

/**
 * Tokens bear no offsets, as they can be made by hand. The first time one is asked for, the document is encoded,
 * which a lossless tree makes as good as having kept them.
 */
export function locator(doc: WbxmlDocument): Locate {
  let offsets: Map<object, number> | undefined;
  return (token) => {
    if (token === undefined) return 0;
    if (offsets === undefined) {
      const found = new Map<object, number>();
      offsets = found;
      try {
        encodeMarked(doc, (step, start) => {
          if (step.step !== 'field' && !found.has(step.token)) found.set(step.token, start);
        });
      } catch {
        // Made by hand and not encodable: offsets as far as it goes.
      }
    }
    return offsets.get(token) ?? 0;
  };
}
