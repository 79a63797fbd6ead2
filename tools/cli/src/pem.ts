import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Failure } from './failure.js';
import { fileOf } from './file.js';

/** The private key in the file that an option names. */
export const keyOf = (option: string, path: string): Buffer =>
  pemOf(option, path, 'private key', /-----BEGIN [\w ]*PRIVATE KEY-----/, createPrivateKey);

/** The certificates in the file that an option names. */
export const certificatesOf = (option: string, path: string): Buffer =>
  pemOf(
    option,
    path,
    'certificate',
    /-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----/,
    (contents) => new X509Certificate(contents),
  );

// Read before they are used: TLS names no file when it fails, and takes authorities that are no PEM for none at all.
function pemOf(option: string, path: string, what: string, begin: RegExp, read: (contents: Buffer) => unknown): Buffer {
  const contents = fileOf(option, path);
  if (!begin.test(contents.toString('latin1'))) throw new Failure(`${option}: ${path} has no ${what} in PEM`);
  try {
    read(contents);
  } catch (error) {
    throw new Failure(`${option}: the ${what} in ${path} cannot be read: ${(error as Error).message}`);
  }
  return contents;
}
