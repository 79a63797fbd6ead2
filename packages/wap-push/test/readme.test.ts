import { expect, it } from 'vitest';
import { decodeWbxml, encodeWbxml, serviceIndication, toXml } from '../src/index.js';

it('does what the README shows of documents', () => {
  const indication = { href: 'http://www.example.com/mail', action: 'signal-high', text: '4 new e-mails' } as const;
  const bytes = serviceIndication.encode({ indication });
  expect(bytes).toHaveLength(42);
  expect(serviceIndication.decode(bytes)).toEqual({ indication });

  const doc = decodeWbxml(bytes);
  expect(toXml(doc)).toMatch(
    /^<\?xml version="1.0"\?><!DOCTYPE si [^>]*><si><indication href="http:\/\/www.example.com\/mail" /,
  );
  expect(encodeWbxml(doc)).toEqual(bytes);
  expect(serviceIndication.encode({ indication }, { stringTable: 'auto' })).toEqual(bytes);
});
