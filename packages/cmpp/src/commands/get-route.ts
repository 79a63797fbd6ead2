import { command, i32, padded, u8, u16, u32, zeroPadded } from '@smswire/pdu';
import { responseId } from './response-id.js';

/** Asks the name server for its routes one by one, of both kinds: 2.0 alone has it. */
export const getRoute = command('CMPP_GET_ROUTE', 0x12, {
  /** The code of the gateway that asks. */
  sourceId: zeroPadded(6),
  /** `MO` or `MT`. */
  routeType: padded(2),
  /** The last route received; -1 at first. */
  lastRouteId: i32,
});

/** Of 2.0 alone. */
export const getRouteResp = command('CMPP_GET_ROUTE_RESP', responseId(getRoute.id), {
  routeId: u32,
  destinationId: zeroPadded(6),
  gatewayIp: padded(15),
  gatewayPort: u16,
  spCode: padded(21),
  serviceId: padded(10),
  startCode: u32,
  endCode: u32,
  areaCode: padded(4),
  /** See `describeResult`. */
  result: u8,
});

const askFor = {
  /** The code of the gateway that asks. */
  sourceId: zeroPadded(6),
  routeType: padded(4),
  /** The last route received; -1 at first. */
  lastRouteId: i32,
};

/** Asks the name server for its MT routes one by one. CMPP 3.0 §8.6.5. */
export const getMtRoute = command('CMPP_GET_MT_ROUTE', 0x12, askFor);

/** CMPP 3.0 §8.6.5.2. */
export const getMtRouteResp = command('CMPP_GET_MT_ROUTE_RESP', responseId(getMtRoute.id), {
  routeId: u32,
  destinationId: zeroPadded(6),
  gatewayIp: padded(15),
  gatewayPort: u16,
  startId: padded(9),
  endId: padded(9),
  areaCode: padded(4),
  /** See `describeResult`. */
  result: u8,
  userType: u8,
  /** How many routes there are. */
  routeTotal: u32,
  /** Which of them this is. */
  routeNumber: u32,
  /** When the route took effect, YYYYMMDDHHMMSS. */
  timeStamp: padded(14),
});

/** Asks the name server for its MO routes one by one. CMPP 3.0 §8.6. */
export const getMoRoute = command('CMPP_GET_MO_ROUTE', 0x17, askFor);

/** CMPP 3.0 §8.6. */
export const getMoRouteResp = command('CMPP_GET_MO_ROUTE_RESP', responseId(getMoRoute.id), {
  routeId: u32,
  destinationId: zeroPadded(6),
  gatewayIp: padded(15),
  gatewayPort: u16,
  spId: padded(6),
  spCode: padded(21),
  /** SP_AcessType in the tables. */
  spAccessType: u8,
  serviceId: padded(10),
  startCode: u32,
  endCode: u32,
  /** See `describeResult`. */
  result: u8,
  /** How many routes there are. */
  routeTotal: u32,
  /** Which of them this is. */
  routeNumber: u32,
  /** When the route took effect, YYYYMMDDHHMMSS. */
  timeStamp: padded(14),
});
