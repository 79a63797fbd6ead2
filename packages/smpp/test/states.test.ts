import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeSent, type Role, type SessionState, stateAfter, stateMatrix, statusForState } from '../src/index.js';

const states: SessionState[] = ['OPEN', 'OUTBOUND', 'BOUND_TX', 'BOUND_RX', 'BOUND_TRX', 'UNBOUND', 'CLOSED'];
const initials = 'O o T R X U C'.split(' ');

/** The states in which `by` may send `command`, an initial each: (O)PEN, (o)utbound, (T)X, (R)X, TR(X), (U)NBOUND. */
const where = (command: string, by: Role, version: '3.4' | '5.0'): string =>
  states.map((state, i) => (mayBeSent(command, by, state, version) ? initials[i] : '')).join('');

// Command, then ESME and MC in 5.0, then ESME and MC in 3.4; - is never.
const table = `
bind_receiver                 Oo      -       Oo    -
bind_transmitter              Oo      -       Oo    -
bind_transceiver              Oo      -       Oo    -
bind_receiver_resp            -       Oo      -     Oo
bind_transmitter_resp         -       Oo      -     Oo
bind_transceiver_resp         -       Oo      -     Oo
outbind                       -       O       -     Oo
unbind                        TRX     TRX     TRX   TRX
unbind_resp                   TRX     TRX     TRX   TRX
submit_sm                     TX      -       TX    -
submit_sm_resp                -       TX      -     TX
submit_multi                  TX      -       TX    -
submit_multi_resp             -       TX      -     TX
query_sm                      TX      -       TX    -
query_sm_resp                 -       TX      -     TX
cancel_sm                     TX      -       TX    -
cancel_sm_resp                -       TX      -     TX
replace_sm                    TX      -       T     -
replace_sm_resp               -       TX      -     T
data_sm                       TX      RX      TRX   TRX
data_sm_resp                  RX      TX      TRX   TRX
deliver_sm                    -       RX      -     RX
deliver_sm_resp               RX      -       RX    -
alert_notification            -       RX      -     RX
enquire_link                  OoTRXU  OoTRXU  TRX   TRX
enquire_link_resp             OoTRXU  OoTRXU  TRX   TRX
generic_nack                  OoTRXU  OoTRXU  TRX   TRX
broadcast_sm                  TX      -       -     -
broadcast_sm_resp             -       TX      -     -
query_broadcast_sm            TX      -       -     -
query_broadcast_sm_resp       -       TX      -     -
cancel_broadcast_sm           TX      -       -     -
cancel_broadcast_sm_resp      -       TX      -     -
param_retrieve                TX      -       TX    -
param_retrieve_resp           -       TX      -     TX
query_last_msgs               TX      -       TX    -
query_last_msgs_resp          -       TX      -     TX
query_msg_details             TX      -       TX    -
query_msg_details_resp        -       TX      -     TX
`
  .trim()
  .split('\n')
  .map((row) => row.split(/\s+/).map((cell) => (cell === '-' ? '' : cell)) as [string, string, string, string, string]);

describe('mayBeSent', () => {
  it.each(table)(
    '%s: in 5.0 by the ESME in "%s", by the MC in "%s", in 3.4 in "%s" and "%s"',
    (command, ...expected) => {
      const found = (['5.0', '3.4'] as const).flatMap((version) =>
        (['ESME', 'MC'] as const).map((by) => where(command, by, version)),
      );
      expect(found).toEqual(expected);
    },
  );

  it('has the same commands in both versions, those of the table above', () => {
    const commands = table.map(([command]) => command).sort();
    expect(Object.keys(stateMatrix['5.0']).sort()).toEqual(commands);
    expect(Object.keys(stateMatrix['3.4']).sort()).toEqual(commands);
  });

  it('lets 5.0 do all that 3.4 may, but data_sm and outbind', () => {
    for (const [command] of table) {
      for (const by of ['ESME', 'MC'] as const) {
        const lost = states.filter((s) => mayBeSent(command, by, s, '3.4') && !mayBeSent(command, by, s));
        if (!command.startsWith('data_sm') && command !== 'outbind') expect(lost).toEqual([]);
      }
    }
  });

  it('takes from 3.3 what 3.4 brought, and nothing else', () => {
    const gone = table
      .map(([command]) => command)
      .filter((command) => Object.keys(stateMatrix['3.3'][command] ?? {}).length === 0);
    expect(gone.filter((command) => !command.includes('broadcast')).sort()).toEqual([
      'alert_notification',
      'bind_transceiver',
      'bind_transceiver_resp',
      'data_sm',
      'data_sm_resp',
      'outbind',
    ]);
    expect(mayBeSent('submit_sm', 'ESME', 'BOUND_TX', '3.3')).toBe(true);
    expect(mayBeSent('data_sm', 'ESME', 'BOUND_TX', '3.3')).toBe(false);
  });

  it('lets both send when bound what no standard knows, by whatever name', () => {
    for (const command of ['vendor_sm', '0x00010200', 'toString', '__proto__']) {
      expect([where(command, 'ESME', '5.0'), where(command, 'MC', '3.4')]).toEqual(['TRX', 'TRX']);
    }
  });
});

describe('stateAfter', () => {
  it('binds on a bind response without error, from OPEN or OUTBOUND', () => {
    for (const from of ['OPEN', 'OUTBOUND'] as const) {
      expect(stateAfter(from, 'bind_transmitter_resp', 0)).toBe('BOUND_TX');
      expect(stateAfter(from, 'bind_receiver_resp', 0)).toBe('BOUND_RX');
      expect(stateAfter(from, 'bind_transceiver_resp')).toBe('BOUND_TRX');
      expect(stateAfter(from, 'bind_transceiver_resp', 0x0e)).toBe(from);
      expect(stateAfter(from, 'bind_transceiver')).toBe(from);
    }
  });

  it('goes from outbind through bind and unbind', () => {
    const way = [
      'outbind',
      'bind_receiver',
      'bind_receiver_resp',
      'deliver_sm',
      'unbind',
      'unbind_resp',
      'enquire_link',
    ];
    let state: SessionState = 'OPEN';
    const passed = way.map((command) => {
      state = stateAfter(state, command);
      return state;
    });
    expect(passed).toEqual(['OUTBOUND', 'OUTBOUND', 'BOUND_RX', 'BOUND_RX', 'BOUND_RX', 'UNBOUND', 'UNBOUND']);
  });

  it('unbinds whatever the status, and only who is bound', () => {
    expect(stateAfter('BOUND_TX', 'unbind_resp', 8)).toBe('UNBOUND');
    expect(stateAfter('OPEN', 'unbind_resp')).toBe('OPEN');
    expect(stateAfter('CLOSED', 'unbind_resp')).toBe('CLOSED');
  });

  it('changes nothing on a PDU that may be sent by nobody in the state', () => {
    const commands = fc.constantFrom(...table.map(([command]) => command));
    fc.assert(
      fc.property(commands, fc.constantFrom(...states), fc.constantFrom(0, 8), (command, state, status) => {
        fc.pre(!mayBeSent(command, 'ESME', state) && !mayBeSent(command, 'MC', state));
        expect(stateAfter(state, command, status)).toBe(state);
      }),
    );
  });
});

describe('statusForState', () => {
  it('tells a second bind from a command that is too early or too late', () => {
    expect(statusForState('bind_transceiver', 'BOUND_RX')).toBe(0x05);
    expect(statusForState('bind_transceiver', 'UNBOUND')).toBe(0x04);
    expect(statusForState('submit_sm', 'OPEN')).toBe(0x04);
    expect(statusForState('submit_sm', 'BOUND_RX')).toBe(0x04);
  });
});
