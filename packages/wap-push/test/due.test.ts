import { describe, expect, it } from 'vitest';
import {
  cacheOperation,
  composeWbxml,
  dataSyncNotification,
  decodePush,
  decodeWbxml,
  deviceManagementNotification,
  dissectPush,
  dissectWbxml,
  emailNotification,
  encodePush,
  encodeWbxml,
  mmsNotification,
  pinWithMac,
  provisioning,
  provisioningMac,
  resolveWbxml,
  serviceIndication,
  serviceIndicationTable,
  serviceLoading,
  toXml,
  verifyProvisioning,
} from '../src/index.js';
import { fromXml } from '../src/xml/index.js';
import { failure } from './failure.js';

type Verb = (given: never) => unknown;

const root = { name: 'si', attributes: [], children: [] };
const signed = { contentType: { mediaType: 'a/b', parameters: [] }, body: new Uint8Array(0) };
const octets = new Uint8Array(1);

const readers: Record<string, Verb> = {
  decodePush: (given) => decodePush(given),
  dissectPush: (given) => dissectPush(given),
  decodeWbxml: (given) => decodeWbxml(given),
  dissectWbxml: (given) => dissectWbxml(given),
  'serviceIndication.decode': (given) => serviceIndication.decode(given),
  'serviceLoading.decode': (given) => serviceLoading.decode(given),
  'cacheOperation.decode': (given) => cacheOperation.decode(given),
  'emailNotification.decode': (given) => emailNotification.decode(given),
  'provisioning.decode': (given) => provisioning.decode(given),
  'mmsNotification.decode': (given) => mmsNotification.decode(given),
  'deviceManagementNotification.decode': (given) => deviceManagementNotification.decode(given),
  'dataSyncNotification.decode': (given) => dataSyncNotification.decode(given),
  provisioningMac: (given) => provisioningMac(given, 'USERPIN', { userPin: '1234' }),
  pinWithMac: (given) => pinWithMac(given, '12345'),
};

const writers: Record<string, Verb> = {
  encodePush: (given) => encodePush(given),
  encodeWbxml: (given) => encodeWbxml(given),
  toXml: (given) => toXml(given),
  resolveWbxml: (given) => resolveWbxml(given),
  'composeWbxml, its document': (given) => composeWbxml(given, serviceIndicationTable),
  'composeWbxml, its table': (given) => composeWbxml({ root }, given),
  'serviceIndication.encode': (given) => serviceIndication.encode(given),
  'serviceLoading.encode': (given) => serviceLoading.encode(given),
  'cacheOperation.encode': (given) => cacheOperation.encode(given),
  'emailNotification.encode': (given) => emailNotification.encode(given),
  'provisioning.encode': (given) => provisioning.encode(given),
  'mmsNotification.encode': (given) => mmsNotification.encode(given),
  'deviceManagementNotification.encode': (given) => deviceManagementNotification.encode(given),
  'dataSyncNotification.encode': (given) => dataSyncNotification.encode(given),
  verifyProvisioning: (given) => verifyProvisioning(given, { userPin: '1234' }),
};

const none = [null, undefined, 'ae', 7];

describe('what is no octets', () => {
  it.each(Object.entries(readers))('is refused in words by %s', (_, verb) => {
    for (const given of [...none, {}, [1]]) {
      const { code, message } = failure(() => verb(given as never));
      expect(code).toBe('value');
      expect(message).toContain('a Uint8Array with the octets of');
    }
  });

  it('is not a subarray, nor a Buffer', () => {
    const bytes = Buffer.from('ff02066a00850a0378000101', 'hex').subarray(1);
    const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    expect(decodeWbxml(bytes).publicId).toBe(6);
    expect(decodeWbxml(view)).toEqual(decodeWbxml(Uint8Array.from(bytes)));
  });
});

describe('what is no document', () => {
  it.each(Object.entries(writers))('is refused in words by %s', (_, verb) => {
    for (const given of [...none, []]) {
      const { code, message } = failure(() => verb(given as never));
      expect(code).toBe('value');
      expect(message).toMatch(/\{.*\}|WbxmlDocument|TokenTable/);
    }
  });

  it.each(Object.entries(writers))('is an empty object to %s', (name, verb) => {
    // Documents that are one element name the attribute that is required, as they do of any other object.
    const isElement = name === 'serviceLoading.encode' || name === 'emailNotification.encode';
    expect(failure(() => verb({} as never)).code).toBe(isElement ? 'missing' : 'value');
  });

  it.each<[string, () => unknown]>([
    ['an indication', () => serviceIndication.encode({ indication: null as never })],
    ['an item', () => serviceIndication.encode({ indication: { text: 'x' }, info: [null as never] })],
    ['an operation', () => cacheOperation.encode({ operations: [null as never] })],
    ['a characteristic', () => provisioning.encode({ characteristics: [null as never] })],
    ['parms', () => provisioning.encode({ characteristics: [{ type: 'a', parms: 5 as never }] })],
    ['a token', () => encodeWbxml({ ...composeWbxml({ root }, serviceIndicationTable), body: [null as never] })],
    ['a child', () => composeWbxml({ root: { ...root, children: [null as never] } }, serviceIndicationTable)],
    ['an attribute', () => composeWbxml({ root: { ...root, attributes: [null as never] } }, serviceIndicationTable)],
    [
      'another header',
      () => mmsNotification.encode({ transactionId: 'a', contentLocation: 'b', others: [null as never] }),
    ],
    ['a body', () => encodePush({ ...signed, headers: [{ name: 'Content-Length', value: 1 }], body: null as never })],
    ['a sync', () => dataSyncNotification.encode({ version: '1.2', serverId: 'a', syncs: [null as never] })],
    ['secrets', () => verifyProvisioning(signed, null as never)],
    ['a PIN', () => provisioningMac(octets, 'USERPIN', { userPin: 1234 as never })],
    ['a PIN to be told', () => pinWithMac(octets, 12345 as never)],
  ])('is refused within it too: %s', (_, run) => {
    expect(failure(run).code).toBe('value');
  });

  it('is what is no XML text', () => {
    for (const given of [null, undefined, 7, {}]) {
      expect(failure(() => fromXml(given as never))).toMatchObject({ code: 'value' });
    }
    expect(failure(() => fromXml('text')).code).toBe('xml');
  });
});
