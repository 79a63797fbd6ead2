import { expect, test } from 'vitest';
import { decodeWbxml } from '../src/wbxml/decode.js';
import { encodeWbxml } from '../src/wbxml/encode.js';
import { fromXml } from '../src/xml/from-xml.js';
import { toXml } from '../src/xml/to-xml.js';

test.each([
  '02056a0045c6080c03662e31303038362e636e2f662f736a6678000103e689bee69c8be58f8be38081e69fa5e5a4a9e6b094e38081e79c8be5b08fe8afb4e38081e79c8be696b0e997bbe280a6e6898be69cbae9a39ee4bfa1efbc8ce7ae80e58d95e4bda0e79a84e7949fe6b4bbefbc81e8b5b6e5bfabe4b88be8bdbde4bd93e9aa8ce6898be69cbae9a39ee4bfa1000101',
  '02056a0fe982aee4bbb63a52653a507573680045c60c03792e31303038362e636e2f693f663d343026693d313039383830393834303100080183000101',
  '02056a0045c60d0378797a008503656d61696c2f3132332f6162632e776d6c000ac3071999062515231510c304199906300103596f7520686176652034206e657720656d61696c73000101',
])('x', (h) => {
  const b = new Uint8Array(Buffer.from(h, 'hex'));
  const d = decodeWbxml(b);
  console.log(toXml(d));
  expect(Buffer.from(encodeWbxml(d)).toString('hex')).toBe(h);
  console.log(Buffer.from(encodeWbxml(fromXml(toXml(d)))).toString('hex') === h);
  console.log(Buffer.from(encodeWbxml(fromXml(toXml(d), { stringTable: 'all' }))).toString('hex'));
});
