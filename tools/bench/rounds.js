/** Runs each contestant for about `ms` in turns, the order changed every round; gives nanoseconds an operation, round by round. */
export function rounds(contestants, count, ms = 2) {
  const names = Object.keys(contestants);
  const batch = Object.fromEntries(names.map((name) => [name, size(contestants[name], ms)]));
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < count; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      times[name].push(time(contestants[name], batch[name]));
    }
  }
  return times;
}

/** The ratio of two contestants within each round: what the machine did to one it did to the other. */
export function ratio(times, slow, fast) {
  const ratios = times[slow].map((value, round) => value / times[fast][round]).sort((a, b) => a - b);
  const at = (share) => ratios[Math.min(ratios.length - 1, Math.floor(ratios.length * share))];
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

export const shown = ({ median, low, high }) => {
  const digits = median < 10 ? 2 : 0;
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
};

function time(run, times) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) run(i);
  return Number(process.hrtime.bigint() - start) / times;
}

function size(run, ms) {
  let times = 16;
  // Enough runs for the optimising compiler to have done its work before anything counts.
  for (let i = 0; i < 12; i++) time(run, 500);
  while (time(run, times) * times < ms * 1e6) times *= 2;
  return times;
}
