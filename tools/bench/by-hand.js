// The limit: straight-line code for one PDU, as one would write it by hand with the same checks and the same result.
const bad = (what) => {
  throw new Error(what);
};

function text(b, start, end) {
  if (end - start > 24) return b.latin1Slice?.(start, end) ?? Buffer.prototype.latin1Slice.call(b, start, end);
  let s = '';
  for (let i = start; i < end; i++) s += String.fromCharCode(b[i]);
  return s;
}

function write(b, p, s, max) {
  if (typeof s !== 'string' || s.length >= max) bad('a string');
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 0 || c > 255) bad('a character');
    b[p++] = c;
  }
  b[p++] = 0;
  return p;
}

const octet = (v) => ((v & 255) === v ? v : bad('an octet'));

function word(b, p, v) {
  b[p] = v >>> 24;
  b[p + 1] = v >>> 16;
  b[p + 2] = v >>> 8;
  b[p + 3] = v;
}

export function encodeSubmit(o, b, start) {
  let p = start + 16;
  p = write(b, p, o.serviceType, 6);
  b[p++] = octet(o.sourceAddrTon);
  b[p++] = octet(o.sourceAddrNpi);
  p = write(b, p, o.sourceAddr, 21);
  b[p++] = octet(o.destAddrTon);
  b[p++] = octet(o.destAddrNpi);
  p = write(b, p, o.destinationAddr, 21);
  b[p++] = octet(o.esmClass);
  b[p++] = octet(o.protocolId);
  b[p++] = octet(o.priorityFlag);
  p = write(b, p, o.scheduleDeliveryTime, 17);
  p = write(b, p, o.validityPeriod, 17);
  b[p++] = octet(o.registeredDelivery);
  b[p++] = octet(o.replaceIfPresentFlag);
  b[p++] = octet(o.dataCoding);
  b[p++] = octet(o.smDefaultMsgId);
  const sm = o.shortMessage;
  if (!(sm instanceof Uint8Array) || sm.length > 254) bad('shortMessage');
  b[p++] = sm.length;
  b.set(sm, p);
  p += sm.length;
  const t = o.tlvs;
  if (t !== undefined) {
    if (t.sarMsgRefNum !== undefined) {
      word(b, p, 0x020c0002);
      b[p + 4] = t.sarMsgRefNum >>> 8;
      b[p + 5] = t.sarMsgRefNum;
      p += 6;
    }
    if (t.sarTotalSegments !== undefined) {
      word(b, p, 0x020e0001);
      b[p + 4] = octet(t.sarTotalSegments);
      p += 5;
    }
    if (t.sarSegmentSeqnum !== undefined) {
      word(b, p, 0x020f0001);
      b[p + 4] = octet(t.sarSegmentSeqnum);
      p += 5;
    }
  }
  word(b, start, p - start);
  word(b, start + 4, 4);
  word(b, start + 8, o.commandStatus);
  word(b, start + 12, o.sequenceNumber);
  return p;
}

export function decodeSubmit(b, start, end) {
  let p = start + 16;
  let e = 0;
  const string = (max) => {
    e = p;
    const limit = Math.min(p + max, end);
    while (e < limit && b[e] !== 0) e++;
    if (e === limit) bad('no NUL');
    const s = e === p ? '' : text(b, p, e);
    p = e + 1;
    return s;
  };
  const serviceType = string(6);
  if (end - p < 2) bad('end');
  const sourceAddrTon = b[p++];
  const sourceAddrNpi = b[p++];
  const sourceAddr = string(21);
  if (end - p < 2) bad('end');
  const destAddrTon = b[p++];
  const destAddrNpi = b[p++];
  const destinationAddr = string(21);
  if (end - p < 3) bad('end');
  const esmClass = b[p++];
  const protocolId = b[p++];
  const priorityFlag = b[p++];
  const scheduleDeliveryTime = string(17);
  const validityPeriod = string(17);
  if (end - p < 5) bad('end');
  const registeredDelivery = b[p++];
  const replaceIfPresentFlag = b[p++];
  const dataCoding = b[p++];
  const smDefaultMsgId = b[p++];
  const n = b[p++];
  if (n > end - p) bad('end');
  const shortMessage = b.subarray(p, p + n);
  p += n;
  const word = (at) => ((b[at] << 24) | (b[at + 1] << 16) | (b[at + 2] << 8) | b[at + 3]) >>> 0;
  const pdu = {
    command: 'submit_sm',
    commandStatus: word(start + 8),
    sequenceNumber: word(start + 12),
    serviceType,
    sourceAddrTon,
    sourceAddrNpi,
    sourceAddr,
    destAddrTon,
    destAddrNpi,
    destinationAddr,
    esmClass,
    protocolId,
    priorityFlag,
    scheduleDeliveryTime,
    validityPeriod,
    registeredDelivery,
    replaceIfPresentFlag,
    dataCoding,
    smDefaultMsgId,
    shortMessage,
    tlvs: undefined,
  };
  if (p < end) {
    const t = {};
    while (end - p >= 4) {
      const tag = (b[p] << 8) | b[p + 1];
      const length = (b[p + 2] << 8) | b[p + 3];
      p += 4;
      if (length > end - p) bad('end');
      if (tag === 0x020c) t.sarMsgRefNum = (b[p] << 8) | b[p + 1];
      else if (tag === 0x020e) t.sarTotalSegments = b[p];
      else if (tag === 0x020f) t.sarSegmentSeqnum = b[p];
      p += length;
    }
    pdu.tlvs = t;
  }
  return pdu;
}
