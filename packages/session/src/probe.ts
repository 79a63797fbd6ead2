/** First octets of what is often found knocking at an open port, and its name. A dot stands for any octet. */
const openings: readonly (readonly [string, string])[] = [
  ...['GET ', 'POST', 'HEAD', 'PUT ', 'DELE', 'OPTI', 'CONN', 'TRAC', 'PATC', 'PRI ', 'HTTP'].map(
    (method) => [method, 'HTTP'] as const,
  ),
  ['\x16\x03', 'TLS'],
  ['\x80.\x01\x03', 'TLS'],
  ['\x03\x00\x00', 'RDP'],
  ['AMQP', 'AMQP'],
  ['SSH-', 'SSH'],
  ['PROX', 'the PROXY protocol'],
  ['\r\n\r\n', 'the PROXY protocol'],
  ['RTSP', 'RTSP'],
  ['REGI', 'SIP'],
  ['INVI', 'SIP'],
  ['SIP/', 'SIP'],
  ['EHLO', 'SMTP'],
  ['HELO', 'SMTP'],
  ['<?xm', 'XML'],
  ['<str', 'XMPP'],
  ['*1\r\n', 'Redis'],
  ['\x05\x01\x00', 'SOCKS'],
  ['\x10..\x04MQTT', 'MQTT'],
  ['\x10.\x00\x04', 'MQTT'],
  ['\xff\xfb', 'Telnet'],
  ['\xff\xfd', 'Telnet'],
];

/** What the first octets of a connection seem to be, where they are not the protocol that was expected. */
export function looksLike(bytes: Uint8Array, start: number, end: number): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 8)));
  return openings.find(([opening]) => {
    if (text.length < opening.length) return false;
    for (let i = 0; i < opening.length; i++) if (opening[i] !== '.' && opening[i] !== text[i]) return false;
    return true;
  })?.[1];
}
