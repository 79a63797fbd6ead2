import { expect, it } from 'vitest';
import { decodePush, encodePush, provisioningMac, verifyProvisioning, wapPorts } from '../../src/index.js';
import { fromHex, toHex } from '../hex.js';

const document = fromHex('02056a00');

it('The push of the README is what it says', () => {
  const bytes = encodePush({
    contentType: { mediaType: 'application/vnd.wap.sic', parameters: [{ name: 'charset', value: 'utf-8' }] },
    headers: [{ name: 'X-Wap-Application-ID', value: 'x-wap-application:wml.ua' }],
    body: document,
  });
  expect(toHex(bytes)).toBe('00060603ae81eaaf8202056a00');
  const push = decodePush(bytes);
  expect(push.contentType.mediaType).toBe('application/vnd.wap.sic');
  expect(push.headers[0]).toEqual({ name: 'X-Wap-Application-ID', value: 'x-wap-application:wml.ua' });
  expect(wapPorts.push).toBe(2948);
});

it('The signed provisioning of the README verifies', () => {
  const secrets = { userPin: '1234' };
  const parameters = [
    { name: 'SEC', value: 'USERPIN' },
    { name: 'MAC', value: provisioningMac(document, 'USERPIN', secrets) },
  ];
  const contentType = { mediaType: 'application/vnd.wap.connectivity-wbxml', parameters };
  const signed = encodePush({ contentType, body: document });
  expect(verifyProvisioning(decodePush(signed), secrets)).toBe(true);
  expect(verifyProvisioning(decodePush(encodePush({ contentType: { ...contentType, parameters: [] } })), secrets)).toBe(
    false,
  );
});
