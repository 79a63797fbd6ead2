import { spawnSync } from 'node:child_process';
import { faults } from './faults.js';
import { read, write } from './run.js';

export const libwbxml = {
  name: 'libwbxml',
  command: 'xml2wbxml',
  debianPackage: 'libwbxml2-utils',
  version() {
    // Without arguments it says what it is, wherever it says it.
    const { stdout, stderr } = spawnSync('xml2wbxml', { encoding: 'utf8' });
    return /libwbxml ([\d.]+)/.exec(stdout + stderr)[1];
  },
  exchanges: [
    {
      what: 'documents that it reads',
      more: 'SI, SL, CO, EMN, PROV, OTA settings, OMA DRM rights: our octets through wbxml2xml, string tables off and on',
      count: 1000,
      each: 'of each type and mode',
      run: read,
      faults: [],
    },
    {
      what: 'documents that it writes',
      more: 'the same types: XML through xml2wbxml, string tables off and on, its octets read by us',
      count: 1000,
      each: 'of each type and mode',
      run: write,
      faults,
    },
  ],
};
