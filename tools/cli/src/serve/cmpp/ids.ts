import { msgId } from '@smswire/cmpp';

/** The code of this gateway in its ids. */
const GATEWAY = 1;
const SEQUENCES = 0x10000;

/** Gives out Msg_Ids, never one twice in a year: where a second has none left, the next is drawn on. */
export function idSource(): (count: number, now: Date) => bigint {
  let second = 0;
  let used = 0;
  return (count, now) => {
    const current = Math.floor(now.getTime() / 1000);
    if (current > second || used + count > SEQUENCES) {
      second = Math.max(current, second + 1);
      used = 0;
    }
    const sequence = used;
    used += count;
    // The clock of Beijing, which knows no summer time.
    const clock = new Date((second + 8 * 3600) * 1000);
    return msgId.build({
      month: clock.getUTCMonth() + 1,
      day: clock.getUTCDate(),
      hour: clock.getUTCHours(),
      minute: clock.getUTCMinutes(),
      second: clock.getUTCSeconds(),
      gateway: GATEWAY,
      sequence,
    });
  };
}
