import { type CmppInput, type CmppPdu, commandsOf } from './commands.js';
import type { CmppVersion } from './version.js';

/** Why a request is refused, as a session has it. */
export type Refusal = 'state' | 'bound' | 'unknown' | 'failed' | 'busy';

const STRUCTURE = 1;
const COMMAND_ID = 2;
const FLOW_CONTROL = 8;
const ROUTES_BUSY = 9;
/** Of the standard's range, and never given a meaning. */
const OTHER = 99;
const CONNECT_OTHER = 5;

const isRoute = (command: string): boolean => command.includes('_ROUTE');

/** The response that refuses `request`; undefined for a QUERY, whose response cannot, and for what is not known. */
export function refusalOf(request: CmppPdu, why: Refusal): CmppInput | undefined {
  const { command } = request;
  if (command === 'CMPP_CONNECT') return { command: 'CMPP_CONNECT_RESP', status: CONNECT_OTHER };
  if (why === 'busy') return responseOf(request, isRoute(command) ? ROUTES_BUSY : FLOW_CONTROL);
  return responseOf(request, why === 'unknown' && !isRoute(command) ? COMMAND_ID : OTHER);
}

interface Refused {
  readonly command: string;
  readonly msgId?: bigint;
  readonly pkTotal?: number;
  readonly pkNumber?: number;
}

function responseOf({ command, msgId, pkTotal, pkNumber }: Refused, result: number): CmppInput | undefined {
  switch (command) {
    case 'CMPP_CONNECT':
      return { command: 'CMPP_CONNECT_RESP', status: result };
    case 'CMPP_SUBMIT':
      return { command: 'CMPP_SUBMIT_RESP', result };
    case 'CMPP_DELIVER':
      return { command: 'CMPP_DELIVER_RESP', msgId, result };
    case 'CMPP_FWD':
      return { command: 'CMPP_FWD_RESP', msgId, pkTotal, pkNumber, result };
    case 'CMPP_CANCEL':
      return { command: 'CMPP_CANCEL_RESP', successId: 1 };
    case 'CMPP_TERMINATE':
    case 'CMPP_ACTIVE_TEST':
      return { command: `${command}_RESP` };
    default:
      return isRoute(command) ? ({ command: `${command}_RESP`, result } as CmppInput) : undefined;
  }
}

/** What a frame that could not be decoded still tells, and the response to it. `undefined` where framing is lost. */
export function rejectionOf(
  version: CmppVersion,
  bytes: Uint8Array,
  start: number,
  end: number,
  error: unknown,
): { number: number; pdu?: CmppInput } | undefined {
  const isLost = (error as { degree?: unknown } | null | undefined)?.degree === 'lost';
  if (isLost || end - start < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  const id = view.getUint32(4);
  const number = view.getUint32(8);
  const command = commandsOf(version).find((each) => each.id === id)?.name;
  if (command === undefined || id >= 0x80000000) return { number };
  // A DELIVER begins with its id, which its response must name.
  const named = command === 'CMPP_DELIVER' && view.byteLength >= 20 ? { msgId: view.getBigUint64(12) } : {};
  const pdu = responseOf({ command, ...named }, STRUCTURE);
  return pdu === undefined ? { number } : { number, pdu };
}
