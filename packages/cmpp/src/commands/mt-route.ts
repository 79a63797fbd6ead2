import { command, padded, u8, u16, u32, zeroPadded } from '@smswire/pdu';
import { onlySince21, since21 } from './by-version.js';
import { responseId } from './response-id.js';

/** Asks the name server for the gateway of a phone number. CMPP 3.0 §8.6. */
export const mtRoute = command('CMPP_MT_ROUTE', 0x10, {
  /** The code of the gateway that asks. */
  sourceId: zeroPadded(6),
  terminalId: padded(21),
});

/** CMPP 3.0 §8.6. */
export const mtRouteResp = command('CMPP_MT_ROUTE_RESP', responseId(mtRoute.id), {
  routeId: u32,
  /** The code of the gateway to send to. */
  destinationId: zeroPadded(6),
  gatewayIp: padded(15),
  gatewayPort: u16,
  /** The first number of the range. */
  startId: since21(padded(6), padded(9)),
  /** The last number of the range. */
  endId: since21(padded(6), padded(9)),
  areaCode: padded(4),
  /** See `describeResult`. */
  result: u8,
  userType: onlySince21(u8),
  /** When the route took effect, YYYYMMDDHHMMSS. */
  timeStamp: onlySince21(padded(14)),
});
