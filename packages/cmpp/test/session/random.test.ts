import { describe } from 'vitest';
import { randomCases } from '../../../session/test/cases/random.js';
import { cmppDialect } from './dialect.js';

describe.each(['2.0', '3.0'] as const)('CMPP %s', (version) => randomCases(cmppDialect(version), 50));
