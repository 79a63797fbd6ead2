import { describe, expect, it } from 'vitest';
import { outcome, roles, World } from '../../../session/test/cases/world.js';
import { commandStatus } from '../../src/index.js';
import { smppDialect } from './dialect.js';

/** Not bound, and bound as transmitter, receiver and transceiver. */
const states = { O: undefined, T: 'bind_transmitter', R: 'bind_receiver', X: 'bind_transceiver' } as const;
type State = keyof typeof states;

// By SMPP 5.0 table 2-2, where O stands for OPEN, and what 3.4 table 2-1 allows beside it. Before a bind nobody is ESME.
const permitted: Record<string, { readonly ESME: string; readonly MC: string }> = {
  bind_transmitter: { ESME: 'O', MC: 'O' },
  bind_receiver: { ESME: 'O', MC: 'O' },
  bind_transceiver: { ESME: 'O', MC: 'O' },
  submit_sm: { ESME: 'TX', MC: '' },
  submit_multi: { ESME: 'TX', MC: '' },
  query_sm: { ESME: 'TX', MC: '' },
  cancel_sm: { ESME: 'TX', MC: '' },
  replace_sm: { ESME: 'TX', MC: '' },
  data_sm: { ESME: 'TRX', MC: 'TRX' },
  deliver_sm: { ESME: '', MC: 'RX' },
  broadcast_sm: { ESME: 'TX', MC: '' },
  query_broadcast_sm: { ESME: 'TX', MC: '' },
  cancel_broadcast_sm: { ESME: 'TX', MC: '' },
  enquire_link: { ESME: 'OTRX', MC: 'OTRX' },
  outbind: { ESME: 'O', MC: 'O' },
  alert_notification: { ESME: '', MC: 'RX' },
  '0x00010200': { ESME: 'TRX', MC: 'TRX' },
};
const notices = new Set(['outbind', 'alert_notification']);
const requests = Object.keys(permitted).filter((command) => !notices.has(command));

/** A world in a state, which handles what comes but binds nobody further. */
async function worldIn(state: State, role: 'client' | 'server', seen: string[] = []): Promise<World> {
  const command = states[state] ?? 'nothing';
  const world = new World({ ...smppDialect, bind: () => ({ command }) }, role, {
    onRequest: (pdu) => {
      seen.push(pdu.command);
      return { command: 'generic_nack' };
    },
    onNotice: (pdu) => void seen.push(pdu.command),
    onWarning: ({ code }) => void (['state', 'bound'].includes(code) && seen.push(code)),
  });
  if (state !== 'O') await world.bind();
  return world;
}

const unbindable = commandStatus.ESME_RINVBNDSTS;

describe.each(roles)('as %s, in each state of the matrix', (role) => {
  const [us, peer] = role === 'client' ? (['ESME', 'MC'] as const) : (['MC', 'ESME'] as const);

  it.each(requests)('%s of the peer is handled where it may come, and refused where not', async (command) => {
    for (const state of Object.keys(states) as State[]) {
      const seen: string[] = [];
      const world = await worldIn(state, role, seen);
      world.peer.send({ command }, 77);
      await world.settle();
      const may = permitted[command]?.[peer].includes(state);
      // The session answers enquire_link by itself.
      expect(seen, state).toEqual(may && command !== 'enquire_link' ? [command] : []);
      expect(world.peer.got.map(smppDialect.number)).toEqual([77]);
      if (may) continue;
      const binding = command.startsWith('bind_');
      const unknown = command.startsWith('0x');
      expect(world.peer.last).toMatchObject({
        command: unknown ? 'generic_nack' : `${command}_resp`,
        commandStatus: unknown
          ? commandStatus.ESME_RINVCMDID
          : binding && state !== 'O'
            ? commandStatus.ESME_RALYBND
            : unbindable,
      });
      expect(world.link.closed).toBe(false);
    }
  });

  it.each(requests)('%s of ours is sent where it may be, and fails with `state` where not', async (command) => {
    for (const state of Object.keys(states) as State[]) {
      const world = await worldIn(state, role);
      const asked = outcome(world.link.request({ command }));
      await world.settle();
      if (permitted[command]?.[us].includes(state)) expect(world.peer.commands).toEqual([command]);
      else expect([asked.error?.code, world.peer.got], state).toEqual(['state', []]);
    }
  });

  it.each([...notices])(
    '%s is heard where it may come, and warned of where not; never is it answered',
    async (command) => {
      for (const state of Object.keys(states) as State[]) {
        const seen: string[] = [];
        const world = await worldIn(state, role, seen);
        world.peer.send({ command }, 77);
        await world.settle();
        const may = permitted[command]?.[peer].includes(state);
        const warned = [command === 'outbind' ? 'bound' : 'state'];
        expect(seen, state).toEqual(may ? [command] : warned);
        expect(world.peer.got).toEqual([]);
      }
    },
  );
});
