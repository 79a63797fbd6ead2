import { composeWbxml, decodeWbxml, encodeWbxml, resolveWbxml, toXml } from '@smswire/wap-push';
import fc from 'fast-check';
import { compareAll } from '../compare-all.js';
import { documentTypes } from '../wbxml/documents.js';
import { canonical, parseXml } from '../wbxml/xml-tree.js';
import { convert } from './convert.js';
import { documentItem } from './documents.js';
import { faults } from './faults.js';

/** Our octets, with string tables and without, read by wbxml2xml. */
export const read = (seed, count) =>
  ofEachType(seed, count, async ({ type, table, roots, tables }) => {
    const documents = roots.map((root) => composeWbxml({ root }, table, { stringTable: tables ? 'all' : 'none' }));
    // Public id 1, unknown, says nothing of the type.
    const language = type === 'OTA' ? ['-l', 'OTA'] : [];
    const options = ['-m', '0', '-k', ...language];
    const { outputs } = await convert(
      'wbxml2xml',
      options,
      documents.map((document) => encodeWbxml(document)),
    );
    return outputs.map((output) => output && parseXml(output.toString()));
  });

/** XML written by xml2wbxml, with string tables and without, and read by us. */
export const write = (seed, count) =>
  ofEachType(seed, count, async ({ type, table, roots, tables }) => {
    const documents = roots.map((root) => toXml(composeWbxml({ root }, table, { stringTable: 'all' }), { table }));
    const options = ['-k', '-v', '1.2', ...(tables ? [] : ['-n'])];
    const { outputs } = await convert('xml2wbxml', options, documents);
    // A root without its prefix is not that of the document type.
    const reading = type === 'DRMREL' ? { ...table, root: 'rights' } : table;
    return outputs.map((output) => output && resolveWbxml(decodeWbxml(output), { table: reading }).root);
  });

/** `exchange` returns the roots that came back of those that were put in, in their order. */
async function ofEachType(seed, count, exchange) {
  const cases = [];
  const readings = [];
  for (const [type, { table, root }] of Object.entries(documentTypes)) {
    const roots = fc.sample(root, { seed, numRuns: count });
    for (const tables of [false, true]) {
      const back = await exchange({ type, table, roots, tables });
      cases.push(
        ...roots.map((each) => ({ of: { command: type, type, root: each, tables }, items: [documentItem(each)] })),
      );
      readings.push(...back.map((each) => [each ? { name: 'document', show: canonical(each) } : { name: 'refused' }]));
    }
  }
  return compareAll(cases, readings, faults);
}
