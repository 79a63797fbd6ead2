import { describe } from 'vitest';
import { callbackCases } from '../../../session/test/cases/callbacks.js';
import { endingCases } from '../../../session/test/cases/ending.js';
import { peerCases } from '../../../session/test/cases/peers.js';
import { resendingCases } from '../../../session/test/cases/resending.js';
import { timerCases } from '../../../session/test/cases/timers.js';
import { cmppDialect } from './dialect.js';

describe.each(['2.0', '3.0'] as const)('CMPP %s', (version) => {
  const dialect = cmppDialect(version);
  callbackCases(dialect);
  timerCases(dialect);
  resendingCases(dialect);
  endingCases(dialect);
  peerCases(dialect);
});
