import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commandStatus,
  commandStatusMeaning,
  commandStatusName,
  commandStatusOrigin,
  isRetryable,
  legacyCommandStatus,
} from '../src/index.js';

// The tables of SMPP 3.4 §5.1.3 and 5.0 §4.7.6.
const standard = `
00 ESME_ROK, 01 ESME_RINVMSGLEN, 02 ESME_RINVCMDLEN, 03 ESME_RINVCMDID, 04 ESME_RINVBNDSTS, 05 ESME_RALYBND
06 ESME_RINVPRTFLG, 07 ESME_RINVREGDLVFLG, 08 ESME_RSYSERR, 0A ESME_RINVSRCADR, 0B ESME_RINVDSTADR
0C ESME_RINVMSGID, 0D ESME_RBINDFAIL, 0E ESME_RINVPASWD, 0F ESME_RINVSYSID, 11 ESME_RCANCELFAIL
13 ESME_RREPLACEFAIL, 14 ESME_RMSGQFUL, 15 ESME_RINVSERTYP, 33 ESME_RINVNUMDESTS, 34 ESME_RINVDLNAME
40 ESME_RINVDESTFLAG, 42 ESME_RINVSUBREP, 43 ESME_RINVESMCLASS, 44 ESME_RCNTSUBDL, 45 ESME_RSUBMITFAIL
48 ESME_RINVSRCTON, 49 ESME_RINVSRCNPI, 50 ESME_RINVDSTTON, 51 ESME_RINVDSTNPI, 53 ESME_RINVSYSTYP
54 ESME_RINVREPFLAG, 55 ESME_RINVNUMMSGS, 58 ESME_RTHROTTLED, 61 ESME_RINVSCHED, 62 ESME_RINVEXPIRY
63 ESME_RINVDFTMSGID, 64 ESME_RX_T_APPN, 65 ESME_RX_P_APPN, 66 ESME_RX_R_APPN, 67 ESME_RQUERYFAIL
C0 ESME_RINVOPTPARSTREAM, C1 ESME_ROPTPARNOTALLWD, C2 ESME_RINVPARLEN, C3 ESME_RMISSINGOPTPARAM
C4 ESME_RINVOPTPARAMVAL, FE ESME_RDELIVERYFAILURE, FF ESME_RUNKNOWNERR, 100 ESME_RSERTYPUNAUTH
101 ESME_RPROHIBITED, 102 ESME_RSERTYPUNAVAIL, 103 ESME_RSERTYPDENIED, 104 ESME_RINVDCS
105 ESME_RINVSRCADDRSUBUNIT, 106 ESME_RINVDSTADDRSUBUNIT, 107 ESME_RINVBCASTFREQINT
108 ESME_RINVBCASTALIAS_NAME, 109 ESME_RINVBCASTAREAFMT, 10A ESME_RINVNUMBCAST_AREAS, 10B ESME_RINVBCASTCNTTYPE
10C ESME_RINVBCASTMSGCLASS, 10D ESME_RBCASTFAIL, 10E ESME_RBCASTQUERYFAIL, 10F ESME_RBCASTCANCELFAIL
110 ESME_RINVBCAST_REP, 111 ESME_RINVBCASTSRVGRP, 112 ESME_RINVBCASTCHANIND
`
  .split(/,\s+|\n/)
  .filter((row) => row !== '')
  .map((row) => row.split(' ') as [string, string]);

const renamed = { RINVTLVSTREAM: 0xc0, RTLVNOTALLWD: 0xc1, RINVTLVLEN: 0xc2, RMISSINGTLV: 0xc3, RINVTLVVAL: 0xc4 };

describe('commandStatus', () => {
  it.each(standard)('has 0x%s as %s, with a meaning', (hex, name) => {
    const code = Number.parseInt(hex, 16);
    expect(commandStatus).toHaveProperty(name, code);
    expect(commandStatusName(code)).toBe(name);
    expect(commandStatusMeaning(code)).toMatch(/^[a-z]/i);
    expect(commandStatusOrigin(code)).toBe(code < 0x100 ? '3.4' : '5.0');
  });

  it('has the names of 5.0 beside those of 3.4, which go first', () => {
    for (const [name, code] of Object.entries(renamed)) {
      expect(commandStatus).toHaveProperty(`ESME_${name}`, code);
      expect(commandStatusName(code)).not.toBe(`ESME_${name}`);
    }
  });

  it('has nothing else, and no code or meaning twice', () => {
    expect(Object.keys(commandStatus)).toHaveLength(67 + 5);
    expect(standard).toHaveLength(67);
    const all = [...standard.map(([hex]) => Number.parseInt(hex, 16)), ...Object.values(legacyCommandStatus)];
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.map(commandStatusMeaning)).size).toBe(all.length);
    expect(new Set([...Object.keys(commandStatus), ...Object.keys(legacyCommandStatus)]).size).toBe(
      72 + Object.keys(legacyCommandStatus).length,
    );
  });

  it('flags the codes of 3.3, from 0x19 to 0x9F, as such', () => {
    expect(legacyCommandStatus).toMatchObject({
      ESME_RADDCUSTFAIL: 0x19,
      ESME_RINVPGCUSTID: 0x80,
      ESME_RINVREGDEL: 0x9c,
    });
    expect(Object.keys(legacyCommandStatus)).toHaveLength(21 + 29 + 1);
    for (const code of Object.values(legacyCommandStatus)) {
      expect(commandStatusOrigin(code)).toBe('3.3');
      expect(commandStatusMeaning(code)).toMatch(/\(SMPP 3\.3\)$/);
    }
  });

  it("gives a code without a name as its number, and says whether it is a vendor's", () => {
    expect([0x3ff, 0x400, 0x4ff, 0x500].map(commandStatusMeaning)).toEqual([
      'reserved',
      'vendor specific',
      'vendor specific',
      'reserved',
    ]);
    expect(commandStatusName(0x401)).toBe('0x00000401');
    expect(commandStatusName(0xffffffff)).toBe('0xffffffff');
    fc.assert(fc.property(fc.nat({ max: 0xffffffff }), (code) => commandStatusMeaning(code).length > 0));
  });

  it("lets three be tried again: throttled, queue full, receiver's temporary error", () => {
    const codes = [...Object.values(commandStatus), ...Object.values(legacyCommandStatus), 0x400];
    expect(new Set(codes.filter(isRetryable))).toEqual(new Set([0x58, 0x14, 0x64]));
  });
});
