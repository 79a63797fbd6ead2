import { ByteWriter } from '@smswire/buffer';

/** Link types of captures: https://www.tcpdump.org/linktypes.html. The users' own are for us to give a meaning. */
export const linkType = { ethernet: 1, user0: 147 };

/** A capture file of frames, a millisecond apart, in the classic format. */
export function pcap(frames, link = linkType.ethernet) {
  const file = new ByteWriter();
  for (const word of [0xa1b2c3d4, 0x00020004, 0, 0, 0x40000, link]) file.u32(word);
  frames.forEach((frame, index) => {
    for (const word of [Math.floor(index / 1000), (index % 1000) * 1000, frame.length, frame.length]) file.u32(word);
    file.octets(frame);
  });
  return file.bytes();
}
