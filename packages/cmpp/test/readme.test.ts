import { expect, it } from 'vitest';
import { cmpp, connectRequest, decodeReport, describeStat, encodeReport, msgId } from '../src/index.js';

it('does what the README shows', () => {
  const v30 = cmpp({ version: '3.0' });
  const msgContent = encodeReport({ msgId: 12878564852733378560n, stat: 'DELIVRD' }, '3.0');
  const bytes = v30.encode({ command: 'CMPP_DELIVER', registeredDelivery: 1, msgContent });

  const connect = connectRequest({ sourceAddr: '900001', secret: '888888', version: '3.0', now: new Date() });
  expect(v30.encode({ ...connect, sequenceId: 1 }).length).toBe(39);
  v30.encode({ command: 'CMPP_SUBMIT', sequenceId: 2, msgContent, destTerminalIds: ['13800138000'] });

  const pdu = v30.decode(bytes);
  if (pdu.command !== 'CMPP_DELIVER' || pdu.registeredDelivery !== 1) throw new Error(pdu.command);
  const report = decodeReport(pdu.msgContent);
  expect(report).toMatchObject({ msgId: 12878564852733378560n, stat: 'DELIVRD' });
  expect(describeStat(report?.stat ?? '').text).toBe('The message was delivered.');
  expect(msgId.format(report?.msgId ?? 0n)).toBe('1105142942000000100000');
});
