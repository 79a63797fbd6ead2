import { callbackCases } from '../../../session/test/cases/callbacks.js';
import { endingCases } from '../../../session/test/cases/ending.js';
import { peerCases } from '../../../session/test/cases/peers.js';
import { timerCases } from '../../../session/test/cases/timers.js';
import { smppDialect } from './dialect.js';

callbackCases(smppDialect);
timerCases(smppDialect);
endingCases(smppDialect);
peerCases(smppDialect);
