import { composeWbxml, encodePush, encodeWbxml } from '@smswire/wap-push';
import fc from 'fast-check';
import { compareAll } from '../../compare-all.js';
import { documentTypes } from '../../wbxml/documents.js';
import { canonical } from '../../wbxml/xml-tree.js';
import { udpFrames } from '../frames.js';
import { pcap } from '../pcap.js';
import { dissect } from '../tshark.js';
import { expected } from './expected.js';
import { faults } from './faults.js';
import { headerFields, headers } from './headers.js';
import { treeOf } from './tree.js';

const PORT = 2948;

/** Types that Wireshark takes for WBXML. It does not know that of EMN, 0x030A, so that EMN travels as WBXML of any kind. */
const mediaTypes = {
  SI: 'application/vnd.wap.sic',
  SL: 'application/vnd.wap.slc',
  CO: 'application/vnd.wap.coc',
  EMN: 'application/vnd.wap.wbxml',
  PROV: 'application/vnd.wap.connectivity-wbxml',
  OTA: 'application/x-wap-prov.browser-settings',
  DRMREL: 'application/vnd.oma.drm.rights+wbxml',
};

const pushOf = (type) =>
  fc.record({
    type: fc.constant(type),
    mediaType: fc.constant(mediaTypes[type]),
    table: fc.constant(documentTypes[type].table),
    root: documentTypes[type].root,
    version: fc.constantFrom('1.1', '1.2', '1.3'),
    stringTable: fc.constantFrom('none', 'auto', 'all'),
    push: fc.record({
      transactionId: fc.nat(255),
      pduType: fc.constantFrom('push', 'confirmedPush'),
      contentType: fc.constantFrom([], [{ name: 'charset', value: 'utf-8' }]).map((parameters) => ({ parameters })),
      headers,
    }),
  });

/** So many documents of each type in pushes with headers, read by Wireshark from UDP. */
export async function wapPushes(seed, count) {
  const made = Object.keys(documentTypes).flatMap((type) => fc.sample(pushOf(type), { seed, numRuns: count }));
  const capture = pcap(udpFrames(made.map(octetsOf), PORT));
  const packets = await dissect(capture, ['-d', `udp.port==${PORT},wsp`, '-J', 'wsp wbxml']);
  const cases = made.map((each) => ({ of: { command: each.type, ...each }, items: expected(each) }));
  return compareAll(cases, packets.map(reading), faults);
}

function octetsOf({ push, mediaType, root, table, version, stringTable }) {
  const body = encodeWbxml(composeWbxml({ root }, table, { version, stringTable }));
  return encodePush({ ...push, contentType: { mediaType, ...push.contentType }, body });
}

function reading(protocols) {
  const of = (name) => protocols.find((each) => each.name === name)?.fields ?? [];
  const document = of('wbxml');
  const root = treeOf(document);
  return [
    ...of('wsp').filter(({ name }) => headerFields.has(name)),
    ...document.filter(({ name }) => /^wbxml\.(version|public_id|charset)/.test(name)),
    ...(root === undefined ? [] : [{ name: 'document', show: canonical(root) }]),
    ...protocols.filter(({ name }) => name === '_ws.malformed').map(({ name }) => ({ name, show: 'malformed' })),
  ];
}
