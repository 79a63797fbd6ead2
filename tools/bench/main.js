// Ratios measured side by side in one run. Absolute times say more about the machine than about the code.
import { allocation } from './allocation.js';
import { codec } from './codec.js';
import { text } from './text.js';

const minutes = process.argv.includes('--quick') ? 0.05 : 0.5;

console.log(
  `Node ${process.version}, ${process.arch}. A ratio is the median of the rounds, with the 10th and 90th percentile.\n`,
);
codec(minutes);
text(minutes);
allocation();
