import type { Link } from './link.js';
import type { Protocol } from './protocol.js';

/**
 * A link for as long as `use` takes, then closed in good order, whatever came of it: what CMPP calls a short connection.
 *
 * @example
 * const response = await withLink(connect({ port: 7900 }, cmpp()), async (link) => {
 *   await login(link, account);
 *   return link.request(submit);
 * });
 * @returns what `use` gives, once the connection is closed
 * @throws (as a rejection) what `opening` and `use` reject with
 */
export async function withLink<P extends Protocol, T>(
  opening: Link<P> | PromiseLike<Link<P>>,
  use: (link: Link<P>) => T | PromiseLike<T>,
): Promise<T> {
  const link = await opening;
  try {
    return await use(link);
  } finally {
    await link.close();
  }
}
