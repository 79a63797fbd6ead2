import { commandStatus, smpp } from '@smswire/smpp';
import { named } from '../option-values.js';
import { smppTalked } from '../smpp/talked.js';
import { messageCentre } from './centre.js';
import { conductOf, type Given, placeOf } from './command.js';
import { credentials } from './credentials.js';
import { serve } from './serve.js';

/** Serves SMPP as the options say. Gives the exit code. */
export function run(given: Given): Promise<number> {
  const options = {
    ...conductOf(given, named({ values: commandStatus }, 0xffffffff)),
    credentials: credentials(given.systemId, given.password),
  };
  return serve(placeOf(given, 2775), smppTalked(smpp()), (codec, onLost) =>
    messageCentre(codec, { ...options, onLost }),
  );
}
