import { ByteWriter } from '@smswire/buffer';

const server = 0x7f000001;
const client = 0x7f000002;
const clientPort = 49_152;
const acknowledgedAndPushed = 0x5018;

/** One TCP connection's octets to the server, in segments as they are given. Checksums are left out: nobody checks. */
export function tcpFrames(segments, port) {
  let sequence = 1;
  return segments.map((segment) => {
    const header = new ByteWriter(20).u16(clientPort).u16(port).u32(sequence).u32(1);
    header.u16(acknowledgedAndPushed).u16(0xffff).u32(0);
    sequence += segment.length;
    return ipFrame(6, header.bytes(), segment);
  });
}

/** UDP datagrams to the server, each from a port of its own, so that none is held for a part of another. */
export function udpFrames(datagrams, port) {
  return datagrams.map((datagram, index) => {
    const header = new ByteWriter(8)
      .u16(clientPort + (index % 16_000))
      .u16(port)
      .u16(8 + datagram.length)
      .u16(0);
    return ipFrame(17, header.bytes(), datagram);
  });
}

function ipFrame(protocol, header, payload) {
  const frame = new ByteWriter().octets(new Uint8Array(12)).u16(0x0800);
  frame
    .u16(0x4500)
    .u16(20 + header.length + payload.length)
    .u32(0);
  frame.u8(64).u8(protocol).u16(0).u32(client).u32(server);
  return frame.octets(header).octets(payload).bytes();
}
