import { callbackCases } from './cases/callbacks.js';
import { endingCases } from './cases/ending.js';
import { peerCases } from './cases/peers.js';
import { resendingCases } from './cases/resending.js';
import { timerCases } from './cases/timers.js';
import { toyDialect } from './dialect.js';

callbackCases(toyDialect);
timerCases(toyDialect);
resendingCases(toyDialect);
endingCases(toyDialect);
peerCases(toyDialect);
