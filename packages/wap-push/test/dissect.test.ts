import { expect, it } from 'vitest';
import { dissectWbxml } from '../src/index.js';
import { octets } from './octets.js';
import { vectors } from './vectors.js';

const rows = (hex: string): string[] =>
  dissectWbxml(octets(hex)).map(({ path, start, end, value }) => `${start}-${end} ${path}: ${String(value)}`);

it('explains every octet of the push with a string table', () => {
  expect(rows(vectors.find(({ id }) => id === 'V02')?.hex as string)).toEqual([
    '0-1 version: 1.2',
    '1-2 publicId: 5',
    '2-3 charset: 106',
    '3-4 stringTable.length: 15',
    '4-19 stringTable[0]: 邮件:Re:Push',
    '19-20 si: si',
    '20-21 si.indication: indication',
    '21-22 si.indication@href: href=http://',
    '22-55 si.indication@href: y.10086.cn/i?f=40&i=10988098401',
    '55-56 si.indication@action: action=signal-high',
    '56-57 si.indication: END',
    '57-59 si.indication: 邮件:Re:Push',
    '59-60 si.indication: END',
    '60-61 si: END',
  ]);
});

it('explains dates, pages, processing instructions and what trails', () => {
  expect(rows('02056a0261004304000378000145860ac304199906300001850101ff').slice(4)).toEqual([
    '4-6 stringTable[0]: a',
    '6-7 ?: PI',
    '7-9 ?a: a',
    '9-12 ?a: x',
    '12-13 : END',
    '13-14 si: si',
    '14-15 si.indication: indication',
    '15-16 si.indication@created: created',
    '16-22 si.indication@created: 1999-06-30T00:00:00Z',
    '22-24 si.indication@created: SWITCH_PAGE 1',
    '24-25 si.indication@created: 85',
    '25-26 si.indication: END',
    '26-27 si: END',
    '27-28 trailing: 255',
  ]);
});

it('explains a document of unknown type by its tokens', () => {
  expect(rows('02016a0045c60c80050103780001c00101').slice(4)).toEqual([
    '4-5 05: 05',
    '5-6 05.06: 06',
    '6-7 05.06@0C: 0C',
    '7-9 05.06@0C: 5',
    '9-10 05.06: END',
    '10-13 05.06: x',
    '13-14 05.06: END',
    '14-15 05: EXT_0',
    '15-16 05: END',
    '16-17 trailing: 1',
  ]);
});
