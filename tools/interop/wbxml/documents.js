// Generated documents of each type: an element is `{ name, attributes: [{ name, value }], children }`, as wap-push has it.
import {
  cacheOperationTable,
  emailNotificationTable,
  otaSettingsTable,
  provisioningTable,
  rightsTable,
  serviceIndicationTable,
  serviceLoadingTable,
} from '@smswire/wap-push';
import fc from 'fast-check';

const unit = fc.oneof(
  { arbitrary: fc.constantFrom(...Array.from('abcxyzABC0189 -_.,:;/?=!%()&<>"\'')), weight: 5 },
  fc.constantFrom(...Array.from('éßñΩЖאمあ中邮件😀')),
);
const text = fc.string({ unit, minLength: 1, maxLength: 40 });
const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdefgh0123456789-')), minLength: 1, maxLength: 10 });

/** Of a few words, so that they come again: what a string table is for. */
const common = fc.constantFrom('Newsflash', '邮件:Re:Push', 'mail/123/abc.wml', 'internet');
const string = fc.oneof(text, common);

const url = fc
  .tuple(
    fc.constantFrom('http://', 'http://www.', 'https://', 'https://www.', 'ftp://', ''),
    word,
    fc.constantFrom('.com/', '.edu/', '.net/', '.org/', '.com', '.cn/', ''),
    fc.oneof(word, common, text),
  )
  .map((parts) => parts.join(''));

const time = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(19, 16, 13, 10).map((length) => `${date.toISOString().slice(0, length)}`))
  .map((start) => `${start}${'0000-00-00T00:00:00'.slice(start.length)}Z`);

/** Attributes in their order, those of `maybe` there or not. */
const attributes = (always, maybe = {}) =>
  fc
    .record({ ...always, ...maybe }, { requiredKeys: Object.keys(always) })
    .map((values) => Object.entries(values).map(([name, value]) => ({ name, value })));

const element = (name, attributeList = fc.constant([]), children = fc.constant([])) =>
  fc.record(
    { name: fc.constant(name), attributes: attributeList, children: children.map((list) => [list].flat()) },
    { noNullPrototype: true },
  );

const item = element('item', attributes({ class: word }), string);
const indication = element(
  'indication',
  attributes(
    { href: url },
    {
      'si-id': fc.oneof(word, common),
      created: time,
      'si-expires': time,
      action: fc.constantFrom('signal-none', 'signal-low', 'signal-medium', 'signal-high', 'delete'),
    },
  ),
  string,
);
const info = element('info', undefined, fc.array(item, { minLength: 1, maxLength: 3 }));

const invalidate = fc
  .constantFrom('invalidate-object', 'invalidate-service')
  .chain((name) => element(name, attributes({ uri: url })));

const parm = fc
  .constantFrom('NAME', 'NAP-ADDRESS', 'BEARER', 'NAPID', 'PXADDR', 'PORTNBR', 'AUTHTYPE', 'X-OWN')
  .chain((name) =>
    element(
      'parm',
      attributes({
        name: fc.constant(name),
        value: fc.oneof(string, fc.constantFrom('IPV4', 'GSM-GPRS', 'PAP', 'CHAP')),
      }),
    ),
  );
const characteristic = (inner) =>
  fc
    .constantFrom('PXLOGICAL', 'PXPHYSICAL', 'PORT', 'NAPDEF', 'BOOTSTRAP', 'NAPAUTHINFO')
    .chain((type) =>
      element(
        'characteristic',
        attributes({ type: fc.constant(type) }),
        fc.array(inner, { minLength: 1, maxLength: 4 }),
      ),
    );

const setting = fc.constantFrom('BEARER', 'PROXY', 'PORT', 'NAME', 'URL', 'ISP_NAME', 'PPP_AUTHNAME').chain((name) =>
  element(
    'PARM',
    attributes({
      NAME: fc.constant(name),
      VALUE: fc.oneof(string, fc.constantFrom('GPRS', '9200', 'AUTOMATIC', 'PAP')),
    }),
  ),
);
const settings = fc
  .constantFrom('ADDRESS', 'NAME', 'BOOKMARK', 'URL', 'MMSURL')
  .chain((type) =>
    element('CHARACTERISTIC', attributes({ TYPE: fc.constant(type) }), fc.array(setting, { maxLength: 4 })),
  );

const play = fc
  .constantFrom('o-dd:play', 'o-dd:display', 'o-dd:execute', 'o-dd:print')
  .chain((name) =>
    element(
      name,
      undefined,
      element(
        'o-ex:constraint',
        undefined,
        element('o-dd:count', undefined, fc.integer({ min: 1, max: 99 }).map(String)),
      ),
    ),
  );
const rights = fc.tuple(
  element('o-ex:context', undefined, element('o-dd:version', undefined, fc.constant('1.0'))),
  element(
    'o-ex:agreement',
    undefined,
    fc.tuple(
      element('o-ex:asset', undefined, element('o-ex:context', undefined, element('o-dd:uid', undefined, string))),
      element('o-ex:permission', undefined, fc.array(play, { minLength: 1, maxLength: 3 })),
    ),
  ),
);
const namespaces = attributes({
  'xmlns:o-ex': fc.constant('http://odrl.net/1.1/ODRL-EX'),
  'xmlns:o-dd': fc.constant('http://odrl.net/1.1/ODRL-DD'),
});

/** Each document type: its table, and an arbitrary of its root element. */
export const documentTypes = {
  SI: {
    table: serviceIndicationTable,
    root: element('si', undefined, fc.oneof(indication, fc.tuple(indication, info))),
  },
  SL: {
    table: serviceLoadingTable,
    root: element('sl', attributes({ href: url }, { action: fc.constantFrom('execute-low', 'execute-high', 'cache') })),
  },
  CO: {
    table: cacheOperationTable,
    root: element('co', undefined, fc.array(invalidate, { minLength: 1, maxLength: 4 })),
  },
  EMN: {
    table: emailNotificationTable,
    root: element('emn', attributes({ mailbox: mailbox() }, { timestamp: time })),
  },
  PROV: {
    table: provisioningTable,
    root: element(
      'wap-provisioningdoc',
      attributes({}, { version: fc.constantFrom('1.0', '1.1') }),
      fc.array(characteristic(fc.oneof(parm, characteristic(parm))), { minLength: 1, maxLength: 3 }),
    ),
  },
  OTA: {
    table: otaSettingsTable,
    root: element('CHARACTERISTIC-LIST', undefined, fc.array(settings, { minLength: 1, maxLength: 4 })),
  },
  DRMREL: { table: rightsTable, root: element('o-ex:rights', namespaces, rights) },
};

function mailbox() {
  const schemes = fc.constantFrom('mailat:', 'pop://', 'imap://', 'http://', 'http://www.', 'https://', 'https://www.');
  return fc
    .tuple(schemes, word, fc.constantFrom('@', '/'), word, fc.constantFrom('.com', '.org', '.net', '.de'))
    .map((parts) => parts.join(''));
}
