import { Option } from 'commander';

/** Which CMPP. */
export const cmppVersionOption = (description: string): Option =>
  new Option('--cmpp-version <version>', description).choices(['2.0', '2.1', '3.0']).default('3.0');
