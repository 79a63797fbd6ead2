import { callbackCases } from '../../../session/test/cases/callbacks.js';
import { endingCases } from '../../../session/test/cases/ending.js';
import { peerCases } from '../../../session/test/cases/peers.js';
import { resendingCases } from '../../../session/test/cases/resending.js';
import { timerCases } from '../../../session/test/cases/timers.js';
import { smppDialect } from './dialect.js';

callbackCases(smppDialect);
timerCases(smppDialect);
resendingCases(smppDialect);
endingCases(smppDialect);
peerCases(smppDialect);
