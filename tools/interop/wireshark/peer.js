import { execFileSync } from 'node:child_process';
import { avoided } from './avoided.js';
import { faults as cmppFaults } from './cmpp/faults.js';
import { cmppMessages } from './cmpp/run.js';
import { faults as smppFaults } from './smpp/faults.js';
import { smppCommands, smppTexts } from './smpp/run.js';
import { faults as userDataFaults } from './user-data/faults.js';
import { packedSeptets } from './user-data/septets.js';
import { faults as wapFaults } from './wap/faults.js';
import { wapPushes } from './wap/run.js';

export const wireshark = {
  name: 'Wireshark',
  command: 'tshark',
  debianPackage: 'tshark',
  version: () => /\d+\.\d+\.\d+/.exec(execFileSync('tshark', ['--version'], { encoding: 'utf8', stdio: 'pipe' }))[0],
  exchanges: [
    {
      what: 'SMPP commands',
      more: 'every command of 5.0 with any values and TLVs; several to a segment, and over several',
      count: 1000,
      each: 'PDUs',
      run: smppCommands,
      faults: [...smppFaults, ...avoided.smpp],
    },
    {
      what: 'SMPP texts',
      more: 'GSM 7 bit, ASCII, ISO 8859-1, -5 and -8, UCS-2; concatenated by header, sar_ TLVs or message_payload; ports',
      count: 300,
      each: 'messages',
      run: smppTexts,
      faults: [],
    },
    {
      what: 'packed 7 bit',
      more: 'septets behind headers, with national tables, in SMS-DELIVER',
      count: 300,
      each: 'messages',
      run: packedSeptets,
      faults: userDataFaults,
    },
    {
      what: 'CMPP 3.0',
      more: 'messages between SP and gateway with any values, status reports among them',
      count: 1000,
      each: 'PDUs',
      run: cmppMessages,
      faults: [...cmppFaults, ...avoided.cmpp],
    },
    {
      what: 'WAP pushes',
      more: 'SI, SL, CO, EMN, PROV, OTA settings, OMA DRM rights in WSP with headers, WBXML 1.1 to 1.3, string tables',
      count: 1000,
      each: 'of each type',
      run: wapPushes,
      faults: [...wapFaults, ...avoided.wap],
    },
  ],
};
