import { describe, expect, it } from 'vitest';
import {
  type CharacteristicInput,
  composeWbxml,
  type ElementToken,
  encodeWbxml,
  provisioning,
  provisioningTable,
  type XmlElement,
} from '../src/index.js';
import { failure } from './failure.js';

const nested = (levels: number): CharacteristicInput => {
  let inner: CharacteristicInput = { type: 'NAPDEF' };
  for (let level = 1; level < levels; level++) inner = { type: 'NAPDEF', characteristics: [inner] };
  return inner;
};

describe('what is written', () => {
  it('meets the depth of what is read, which can be raised', () => {
    const write = (levels: number, maxDepth?: number): Uint8Array =>
      provisioning.encode(
        { characteristics: [nested(levels)] },
        maxDepth === undefined ? {} : { limits: { maxDepth } },
      );
    expect(provisioning.decode(write(31)).characteristics).toHaveLength(1);
    expect(failure(() => write(32))).toMatchObject({ code: 'limit' });
    expect(failure(() => write(100_000)).message).toContain('maxDepth');
    expect(provisioning.decode(write(32, 33), { limits: { maxDepth: 33 } }).characteristics).toHaveLength(1);
  });

  it('meets the number of elements and attributes of what is read, which can be raised', () => {
    const parms = Array.from({ length: 2100 }, () => ({ name: 'NAPID' }));
    const document = { characteristics: [{ type: 'NAPDEF', parms }] };
    expect(failure(() => provisioning.encode(document)).message).toContain('maxNodes');
    const limits = { maxNodes: 4203 };
    const bytes = provisioning.encode(document, { limits });
    expect(provisioning.decode(bytes, { limits }).characteristics[0]?.parms).toHaveLength(2100);
    expect(failure(() => provisioning.encode(document, { limits: { maxNodes: 4202 } })).code).toBe('limit');
    expect(failure(() => provisioning.decode(bytes, { limits: { maxNodes: 4202 } })).code).toBe('limit');
  });

  it('may not contain itself: characteristics, elements, tokens', () => {
    const characteristic: CharacteristicInput & { characteristics: CharacteristicInput[] } = {
      type: 'NAPDEF',
      characteristics: [],
    };
    characteristic.characteristics.push(characteristic, characteristic);
    expect(failure(() => provisioning.encode({ characteristics: [characteristic] })).code).toBe('limit');

    const root: XmlElement = { name: 'wap-provisioningdoc', attributes: [], children: [] };
    root.children.push(root);
    expect(failure(() => composeWbxml({ root }, provisioningTable)).code).toBe('limit');

    const element: ElementToken = { kind: 'element', tag: 5, content: [] };
    element.content?.push(element);
    const doc = { version: '1.3', publicId: 1, charset: 106, stringTable: new Uint8Array(0), body: [element] } as const;
    expect(failure(() => encodeWbxml({ ...doc, body: [element] })).code).toBe('limit');
  });
});
