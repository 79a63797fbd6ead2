import { randomCases } from './cases/random.js';
import { toyDialect } from './dialect.js';

randomCases(toyDialect, 200);
