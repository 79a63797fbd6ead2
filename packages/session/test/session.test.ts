import { callbackCases } from './cases/callbacks.js';
import { endingCases } from './cases/ending.js';
import { peerCases } from './cases/peers.js';
import { timerCases } from './cases/timers.js';
import { toyDialect } from './dialect.js';

callbackCases(toyDialect);
timerCases(toyDialect);
endingCases(toyDialect);
peerCases(toyDialect);
