import { lookUp, type Meaning, type Meanings } from './meaning.js';
import type { CmppVersion } from './version.js';

/** The responses that say how it went: in `status` (CONNECT), `successId` (CANCEL) or `result`. */
export type ResultCommand =
  | 'CMPP_CONNECT_RESP'
  | 'CMPP_SUBMIT_RESP'
  | 'CMPP_DELIVER_RESP'
  | 'CMPP_CANCEL_RESP'
  | 'CMPP_FWD_RESP'
  | RouteCommand;

type RouteCommand =
  | 'CMPP_MT_ROUTE_RESP'
  | 'CMPP_MO_ROUTE_RESP'
  | 'CMPP_GET_ROUTE_RESP'
  | 'CMPP_GET_MT_ROUTE_RESP'
  | 'CMPP_GET_MO_ROUTE_RESP'
  | 'CMPP_MT_ROUTE_UPDATE_RESP'
  | 'CMPP_MO_ROUTE_UPDATE_RESP'
  | 'CMPP_PUSH_MT_ROUTE_UPDATE_RESP'
  | 'CMPP_PUSH_MO_ROUTE_UPDATE_RESP';

const ok: Meaning = { name: 'ok', text: 'It was accepted.' };

const connectStatus: Meanings = {
  0: ok,
  1: { name: 'structure', text: 'The CONNECT is malformed.' },
  2: { name: 'source-address', text: 'The Source_Addr is unknown or not allowed from this address.' },
  3: { name: 'authentication', text: 'The digest is wrong: check the secret and the clock.' },
  4: { name: 'version', text: 'The version is higher than the server speaks; its answer names the highest it does.' },
};

const message: Meanings = {
  0: ok,
  1: { name: 'structure', text: 'The message is malformed.' },
  2: { name: 'command-id', text: 'The Command_Id is wrong.' },
  3: { name: 'duplicate-sequence', text: 'The Sequence_Id was used before.' },
  4: { name: 'message-length', text: 'The length of the message is wrong.' },
  5: { name: 'fee', text: 'The fee code is wrong.' },
  6: { name: 'too-long', text: 'The content is longer than allowed.' },
  7: { name: 'service-id', text: 'The Service_Id is wrong.' },
  8: { name: 'flow-control', text: 'Too many messages at once: wait and send again, more slowly.' },
};

/** Since 2.1; 2.0 knows 9 and above only as other errors. */
const submitSince21: Meanings = {
  9: { name: 'fee-number-not-served', text: 'The gateway does not serve the number that is to pay.' },
  10: { name: 'src-id', text: 'The Src_Id is wrong: it must begin with the service code of the account.' },
  11: { name: 'msg-src', text: 'The Msg_src is wrong: it must be the SP_Id of the account.' },
  12: { name: 'fee-terminal-id', text: 'The Fee_terminal_Id is wrong.' },
  13: { name: 'dest-terminal-id', text: 'A Dest_terminal_Id is wrong; one wrong number refuses the whole message.' },
};

const forward: Meanings = {
  9: { name: 'foreign-sp', text: 'The SP does not belong to this gateway.' },
};

const cancel: Meanings = {
  0: { name: 'ok', text: 'The message was cancelled.' },
  1: { name: 'failed', text: 'The message could not be cancelled; it may have been delivered already.' },
};

const route20: Meanings = {
  0: ok,
  1: { name: 'no-route', text: 'No route matches.' },
  2: { name: 'last-route', text: 'This is the last route.' },
};

const update20: Meanings = {
  0: { name: 'ok', text: 'The update was accepted and awaits its check.' },
  1: { name: 'invalid', text: 'The update is invalid.' },
};

const push20: Meanings = { 0: ok, 1: { name: 'failed', text: 'The update failed.' } };

/** All route messages since 2.1. CMPP 3.0 §8.7. */
const route: Meanings = {
  0: ok,
  1: { name: 'no-route', text: 'No route matches.' },
  2: { name: 'source-gateway', text: 'The code of the source gateway is wrong.' },
  3: { name: 'route-type', text: 'The Route_type is wrong.' },
  4: { name: 'no-updates', text: 'This node does not take updates.' },
  5: { name: 'update-failed', text: 'The update of the routes failed.' },
  6: { name: 'old-time-stamp', text: 'The time stamp is older than that of the route in force.' },
  9: { name: 'busy', text: 'The system is busy: try again later.' },
  10: { name: 'update-type', text: 'The Update_type is wrong.' },
  11: { name: 'route-id', text: 'The Route_Id is wrong.' },
  12: { name: 'destination-gateway', text: 'The code of the destination gateway is wrong.' },
  13: { name: 'gateway-ip', text: 'The address of the gateway is wrong.' },
  14: { name: 'gateway-port', text: 'The port of the gateway is wrong.' },
  15: { name: 'start-number', text: 'The first number of the range is wrong.' },
  16: { name: 'end-number', text: 'The last number of the range is wrong.' },
  17: { name: 'area-code', text: 'The code of the province is wrong.' },
  18: { name: 'user-type', text: 'The User_type is wrong.' },
  19: { name: 'sp-id', text: 'The SP_Id is wrong.' },
  20: { name: 'sp-code', text: 'The SP_Code is wrong.' },
  21: { name: 'sp-access-type', text: 'The SP_AccessType is wrong.' },
  22: { name: 'service-id', text: 'The Service_Id is wrong.' },
  23: { name: 'start-code', text: 'The first service code of the range is wrong.' },
  24: { name: 'end-code', text: 'The last service code of the range is wrong.' },
};

export interface DescribeResultOptions {
  readonly command: ResultCommand;
  readonly version: CmppVersion;
  /** Meanings of your gateway's own codes. */
  readonly vendor?: Meanings | undefined;
}

/** What the result of a response means. Any number has a meaning: gateways have codes of their own, above 50 most often. */
export function describeResult(code: number, options: DescribeResultOptions): Meaning {
  const known = lookUp(code, options.vendor, ...tablesOf(options.command, options.version));
  if (known !== undefined) return known;
  if (code >= 100 && code <= 199 && options.command !== 'CMPP_CONNECT_RESP') {
    return { name: 'vendor', text: `Code ${code} is the gateway's own: ask its operator.` };
  }
  return { name: 'unknown', text: `Code ${code} is an error the standard does not name: ask the gateway's operator.` };
}

function tablesOf(command: ResultCommand, version: CmppVersion): Meanings[] {
  switch (command) {
    case 'CMPP_CONNECT_RESP':
      return [connectStatus];
    case 'CMPP_SUBMIT_RESP':
      return version === '2.0' ? [message] : [submitSince21, message];
    case 'CMPP_DELIVER_RESP':
      return [message];
    case 'CMPP_FWD_RESP':
      return [forward, message];
    case 'CMPP_CANCEL_RESP':
      return [cancel];
    default:
      return [version === '2.0' ? routes20(command) : route];
  }
}

function routes20(command: RouteCommand): Meanings {
  if (command.startsWith('CMPP_PUSH_')) return push20;
  return command.endsWith('_UPDATE_RESP') ? update20 : route20;
}
