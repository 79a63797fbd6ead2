import { tlvTable } from '@smswire/smpp';
import { decoded, number, octets } from '../items.js';
import { fields, tlvs, unknownTlv } from './fields.js';

/**
 * What Wireshark ought to show of a PDU of so many octets, in its order: the header, the body, the TLVs, the text. Without
 * a `text` the octets may be any, which it takes for text where data_coding says so.
 */
export function expected(pdu, id, length, text) {
  const { commandStatus, sequenceNumber, tlvs: optional = {}, ...named } = pdu;
  const body = without('command', named);
  return [
    ...at('command_length', number('smpp.command_length')(length)),
    ...at('command_id', number('smpp.command_id')(id)),
    ...bodyItems({ commandStatus, sequenceNumber }),
    ...bodyItems(body),
    ...Object.entries(optional).flatMap(([name, value]) => tlvItems(name, value)),
    ...(text === undefined
      ? textItems(body.shortMessage, optional.messagePayload)
      : at('text', decoded('smpp.message_text')(text))),
  ];
}

const at = (path, items) => items.map((item) => ({ ...item, path }));

function bodyItems(values) {
  return Object.entries(values).flatMap(([name, value]) => {
    if (Array.isArray(value)) {
      return value.flatMap((each, index) => prefixed(`${name}.${index}.`, bodyItems(without('destFlag', each))));
    }
    return at(name, (fields[name] ?? octets(`(none for ${name})`))(value));
  });
}

const without = (key, values) => Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));

const prefixed = (prefix, items) => items.map((item) => ({ ...item, path: prefix + item.path }));

function tlvItems(name, value) {
  if (Array.isArray(value)) return value.flatMap((each, index) => prefixed(`${index}.`, tlvItems(name, each)));
  const tag = tlvTable[name]?.tag ?? Number(name);
  const items = (tlvs[name] ?? unknownTlv(tag))(value);
  return at(`tlvs.${name}`, [...number('smpp.opt_param_tag')(tag), ...items]);
}

/** The octets, where Wireshark takes them for text. */
function textItems(shortMessage, messagePayload) {
  const message = shortMessage?.length > 0 ? shortMessage : messagePayload;
  if (message === undefined) return [];
  return at('text', octets('smpp.message_text')(message)).map((item) => ({ ...item, optional: true }));
}
