import { decodeReport, formatAbsoluteTime, formatQueryDate, msgIdAt } from '@smswire/cmpp';
import { describe, expect, it } from 'vitest';
import type { Sent } from '../src/cmpp/codec.js';
import { idSource } from '../src/serve/cmpp/ids.js';
import { world } from './gateway-and-sp.js';

const submit = (more: Partial<Sent<'CMPP_SUBMIT'>> = {}): Sent<'CMPP_SUBMIT'> => ({
  command: 'CMPP_SUBMIT',
  registeredDelivery: 1,
  serviceId: 'DEMO',
  srcId: '10690001',
  destTerminalIds: ['13800138000'],
  msgContent: new TextEncoder().encode('Hello'),
  ...more,
});

describe('a gateway', () => {
  it.each([
    ['2.0', 60],
    ['2.1', 60],
    ['3.0', 71],
  ] as const)('reports in %s by %d octets, once the delay is over', async (version, length) => {
    const w = world();
    const sp = await w.sp('900001', version);
    const { msgId, result } = await sp.ask<'CMPP_SUBMIT_RESP'>(submit());
    expect(result).toBe(0);
    await w.advance(999);
    expect(sp.got).toEqual([]);
    await w.advance(1);
    expect(sp.got).toMatchObject([
      { registeredDelivery: 1, srcTerminalId: '13800138000', destId: '10690001', serviceId: 'DEMO' },
    ]);
    const content = sp.got[0]?.msgContent as Uint8Array;
    expect(content).toHaveLength(length);
    expect(decodeReport(content)).toMatchObject({ msgId, stat: 'DELIVRD', destTerminalId: '13800138000' });
  });

  it('reports on each of 99 recipients under its own id, and on none where none is wanted', async () => {
    const w = world();
    const sp = await w.sp();
    const destTerminalIds = Array.from({ length: 99 }, (_, k) => String(13_800_138_000 + k));
    const { msgId } = await sp.ask<'CMPP_SUBMIT_RESP'>(submit({ destTerminalIds }));
    await sp.ask(submit({ registeredDelivery: 0 }));
    await w.advance(1000);
    const reports = sp.got.map(({ msgContent }) => decodeReport(msgContent));
    expect(reports.map((report) => report?.msgId)).toEqual(destTerminalIds.map((_, k) => msgIdAt(msgId, k)));
    expect(reports.map((report) => report?.destTerminalId)).toEqual(destTerminalIds);
  });

  it('keeps a report for the next link of the SP, and gives it to no other', async () => {
    const w = world();
    const first = await w.sp('900001');
    await first.ask(submit());
    const closed = first.link.close();
    await w.advance(0);
    await closed;
    const other = await w.sp('900002');
    await w.advance(1000);
    const second = await w.sp('900001', '2.0');
    await w.advance(0);
    expect([first.got.length, other.got.length, second.got.length]).toEqual([0, 0, 1]);
    // As long as that link has them, whatever the message came by.
    expect(second.got[0]?.msgContent).toHaveLength(60);
  });

  it('cancels all of a message by its id, or that of one recipient, of this SP alone and while it is on the way', async () => {
    const w = world();
    const sp = await w.sp();
    const other = await w.sp('900002');
    const destTerminalIds = ['1', '2', '3'];
    const { msgId: a } = await sp.ask<'CMPP_SUBMIT_RESP'>(submit({ destTerminalIds }));
    const { msgId: b } = await sp.ask<'CMPP_SUBMIT_RESP'>(submit({ destTerminalIds }));
    const cancel = async (from: typeof sp, msgId: bigint) =>
      (await from.ask<'CMPP_CANCEL_RESP'>({ command: 'CMPP_CANCEL', msgId })).successId;
    expect(await cancel(other, a)).toBe(1);
    expect(await cancel(sp, a)).toBe(0);
    expect(await cancel(sp, a)).toBe(1);
    expect(await cancel(sp, msgIdAt(b, 1))).toBe(0);
    await w.advance(1000);
    expect(await cancel(sp, b)).toBe(1);
    const stats = new Map(sp.got.map(({ msgContent }) => decodeReport(msgContent)).map((r) => [r?.msgId, r?.stat]));
    const all = [a, b].flatMap((base) => [0, 1, 2].map((k) => stats.get(msgIdAt(base, k))));
    expect(all).toEqual(['DELETED', 'DELETED', 'DELETED', 'DELIVRD', 'DELETED', 'DELIVRD']);
  });

  it('counts a day, all of it or one service of it', async () => {
    const w = world({ echo: true });
    const sp = await w.sp('900001', '3.0');
    const refusing = await w.sp('900002', '3.0', 9);
    const time = formatQueryDate(new Date());
    const query = (from: typeof sp, more: Partial<Sent<'CMPP_QUERY'>> = {}) =>
      from.ask<'CMPP_QUERY_RESP'>({ command: 'CMPP_QUERY', time, ...more });
    await sp.ask(submit({ destTerminalIds: ['1', '2'] }));
    await w.advance(1000);
    await sp.ask(submit({ serviceId: 'OTHER' }));
    await refusing.ask(submit());
    expect(await query(sp)).toMatchObject({
      time,
      mtTlMsg: 2,
      mtTlusr: 3,
      mtScs: 2,
      mtWt: 1,
      mtFl: 0,
      moScs: 3,
      moWt: 0,
      moFl: 0,
    });
    expect(await query(sp, { queryType: 1, queryCode: 'OTHER' })).toMatchObject({ mtTlMsg: 1, mtTlusr: 1, mtWt: 1 });
    expect(await query(sp, { time: '19990101' })).toMatchObject({ mtTlMsg: 0, mtTlusr: 0, moScs: 0 });
    expect(await query(refusing)).toMatchObject({ mtTlMsg: 1, moScs: 0, moFl: 1 });
  });

  it('heeds At_Time and Valid_Time, and refuses what is no time', async () => {
    const w = world();
    const sp = await w.sp();
    const inTwoSeconds = formatAbsoluteTime(new Date(Date.now() + 2000));
    const past = formatAbsoluteTime(new Date(Date.now() - 60_000));
    expect(await sp.ask(submit({ atTime: 'tomorrow' }))).toMatchObject({ result: 1 });
    await sp.ask(submit({ validTime: past }));
    await w.advance(0);
    expect(decodeReport(sp.got[0]?.msgContent as Uint8Array)?.stat).toBe('EXPIRED');
    await sp.ask(submit({ atTime: inTwoSeconds }));
    await w.advance(1000);
    expect(sp.got).toHaveLength(1);
    await w.advance(3000);
    expect(sp.got).toHaveLength(2);
  });

  it('refuses a message to nobody, and one too many by flow control', async () => {
    const w = world({ limit: 1, mischief: { throttleRate: 3 } });
    const sp = await w.sp();
    const results: number[] = [];
    for (const destTerminalIds of [[], ['1'], ['2'], ['3']]) {
      results.push((await sp.ask<'CMPP_SUBMIT_RESP'>(submit({ destTerminalIds }))).result);
    }
    expect(results).toEqual([13, 0, 8, 8]);
  });

  it('answers a QUERY even where every request is to fail, since it cannot refuse one', async () => {
    const sp = await world({ mischief: { fail: 1 } }).sp();
    expect(await sp.ask(submit())).toMatchObject({ result: 8 });
    expect(await sp.ask({ command: 'CMPP_CANCEL', msgId: 1n })).toMatchObject({ successId: 1 });
    expect(await sp.ask({ command: 'CMPP_QUERY' })).toMatchObject({ command: 'CMPP_QUERY_RESP' });
  });
});

describe('the ids of a gateway', () => {
  it('are never given twice, also where a second has none left', () => {
    const next = idSource();
    const now = new Date('2026-11-05T06:29:42Z');
    const first = next(65_500, now);
    const second = next(99, now);
    const third = next(1, now);
    expect([first, second, third].map((id) => id & 0xffffn)).toEqual([0n, 0n, 99n]);
    expect(second >> 16n).not.toBe(first >> 16n);
    expect(third >> 16n).toBe(second >> 16n);
  });
});
