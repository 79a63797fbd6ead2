/** Whether a user data header leads the content. Some gateways hand on the phone's octet, where the bit is 0x40. */
export function hasUserDataHeader(tpUdhi: number): boolean {
  return (tpUdhi & 0x41) !== 0;
}
