/**
 * Goes through what was put in and what the peer read of it, side by side and in order.
 *
 * `expected` are items `{ name, path, agrees(reading), shown }`; an `optional` one may be absent from the reading.
 * `faults` are the known ones of the peer, `{ name, reason, applies(item, of), instead?(item, of) }`: where the peer does not
 * agree with an item and a fault applies, the items of `instead` must be there in its place, and without `instead` nothing;
 * where a fault `loses` the peer's place, nothing behind is compared. The truth is tried first, so that a fault that the peer has mended does no harm.
 *
 * Returns how many items agreed, the names of the faults met, and the first difference that nothing explains.
 */
export function compare(expected, readings, faults, of) {
  const met = [];
  let agreed = 0;
  let at = 0;
  const take = (items) => {
    let next = at;
    for (const item of items) {
      if (readings[next] !== undefined && same(item, readings[next])) next++;
      else if (!item.optional) return false;
    }
    at = next;
    return true;
  };
  for (const item of expected) {
    if (take([item])) {
      agreed++;
      continue;
    }
    const fault = faults.find((each) => each.applies(item, of) && take(each.instead?.(item, of) ?? []));
    if (fault === undefined) return { agreed, met, difference: differenceAt(item, readings[at]) };
    met.push(fault.name);
    if (fault.loses) return { agreed, met };
  }
  const difference = at < readings.length ? differenceAt(undefined, readings[at]) : undefined;
  return { agreed, met, difference };
}

const same = (item, reading) => item.name === reading.name && item.agrees(reading);

const differenceAt = (item, reading) => ({
  path: item?.path ?? '(behind the last)',
  put: item === undefined ? 'nothing more' : `${item.name} = ${item.shown}`,
  read: reading === undefined ? 'nothing more' : `${reading.name} = ${reading.show || reading.value}`,
});
