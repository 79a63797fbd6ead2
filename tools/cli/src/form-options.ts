import { type Command, Option } from 'commander';
import type { Form } from './traffic.js';

/** Options for how traffic is shown; at most one of them is taken. */
export const formOptions = (command: Command): Command =>
  command
    .addOption(new Option('-v, --verbose', 'show every octet of each PDU').conflicts(['json', 'quiet']))
    .addOption(new Option('--json', 'show everything as JSON, a document a line').conflicts(['quiet']))
    .addOption(new Option('-q, --quiet', 'show no traffic'));

export interface GivenForm {
  verbose?: boolean;
  json?: boolean;
  quiet?: boolean;
}

export const formOf = ({ verbose, json, quiet }: GivenForm): Form =>
  verbose ? 'verbose' : json ? 'json' : quiet ? 'quiet' : 'lines';
