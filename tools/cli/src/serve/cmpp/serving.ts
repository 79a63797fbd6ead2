import { codecOf } from '../../cmpp/codec.js';
import { cmppTalked } from '../../cmpp/talked.js';
import { octet } from '../../option-values.js';
import { conductOf, type Given, placeOf } from '../command.js';
import { serve } from '../serve.js';
import { gateway } from './gateway.js';
import { admission } from './secrets.js';

/** Serves CMPP as the options say. Gives the exit code. */
export function run(given: Given): Promise<number> {
  const options = { ...conductOf(given, octet), admission: admission(given.sourceAddr, given.secret) };
  return serve(placeOf(given, 7890), cmppTalked(codecOf(given.cmppVersion)), (codec, onLost) =>
    gateway(codec, { ...options, onLost }),
  );
}
