import { SaxesParser } from 'saxes';

/**
 * What Wireshark read, as it printed it (PDML): for each packet its protocols in their order, for each protocol all its
 * fields in the order of its tree, `{ name, show, value }`: how it shows the field, and its octets in hexadecimal.
 */
export function pdmlReader(onPacket) {
  const parser = new SaxesParser();
  let packet;
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'packet') packet = [];
    if (name === 'proto') packet.push({ name: attributes.name, fields: [] });
    if (name === 'field') packet.at(-1)?.fields.push({ ...attributes, depth: ++depth });
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'field') depth--;
    if (name === 'packet') onPacket(packet);
  });
  return parser;
}
