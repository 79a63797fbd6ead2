/**
 * Gathers what Wireshark read by PDU: the fields of the protocol that begins a PDU, and of those that it hands the content
 * to. A packet it calls malformed has a field saying so behind the PDU.
 */
export function readings(packets, first, within = [], leaveOut = () => false) {
  const pdus = [];
  for (const { name, fields } of packets.flat()) {
    if (name === first) pdus.push([]);
    if (name === '_ws.malformed') pdus.at(-1)?.push({ name, show: 'malformed' });
    if (name === first || within.includes(name)) pdus.at(-1)?.push(...fields.filter((field) => !leaveOut(field)));
  }
  return pdus;
}
