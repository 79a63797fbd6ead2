import { command, padded, u8, u16, u32, zeroPadded } from '@smswire/pdu';
import { onlySince21, since21 } from './by-version.js';
import { responseId } from './response-id.js';

/** Asks the name server for the gateway of an SP. CMPP 3.0 §8.6. */
export const moRoute = command('CMPP_MO_ROUTE', 0x11, {
  /** The code of the gateway that asks. */
  sourceId: zeroPadded(6),
  spCode: padded(21),
  serviceId: padded(10),
  serviceCode: u32,
});

/** CMPP 3.0 §8.6. */
export const moRouteResp = command('CMPP_MO_ROUTE_RESP', responseId(moRoute.id), {
  routeId: u32,
  /** The code of the gateway to send to. */
  destinationId: zeroPadded(6),
  gatewayIp: padded(15),
  gatewayPort: u16,
  spId: since21(padded(21), padded(6)),
  spCode: onlySince21(padded(21)),
  /** SP_AcessType in the tables. */
  spAccessType: onlySince21(u8),
  startCode: u32,
  endCode: u32,
  /** See `describeResult`. */
  result: u8,
  /** When the route took effect, YYYYMMDDHHMMSS. */
  timeStamp: onlySince21(padded(14)),
});
