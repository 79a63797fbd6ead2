import { command, padded, u8, u16, u32, zeroPadded } from '@smswire/pdu';
import { onlySince21, since21 } from './by-version.js';
import { responseId } from './response-id.js';

const mtUpdate = {
  /** 0 add, 1 delete, 2 update. */
  updateType: u8,
  routeId: u32,
  destinationId: zeroPadded(6),
  gatewayIp: padded(15),
  gatewayPort: u16,
  startId: since21(padded(6), padded(9)),
  endId: since21(padded(6), padded(9)),
  areaCode: padded(4),
  userType: onlySince21(u8),
};

const moUpdate = {
  /** 0 add, 1 delete, 2 update. */
  updateType: u8,
  routeId: u32,
  destinationId: zeroPadded(6),
  gatewayIp: padded(15),
  gatewayPort: u16,
  spId: onlySince21(padded(6)),
  spCode: padded(21),
  /** SP_AcessType in the tables. */
  spAccessType: onlySince21(u8),
  serviceId: padded(10),
  startCode: u32,
  endCode: u32,
};

/** When the route took effect, YYYYMMDDHHMMSS. */
const timeStamp = onlySince21(padded(14));

const updated = {
  /** See `describeResult`. */
  result: u8,
  routeId: onlySince21(u32),
  timeStamp,
};

const pushed = {
  /** See `describeResult`. */
  result: u8,
};

/** Tells the name server of a change of an MT route. CMPP 3.0 §8.6. */
export const mtRouteUpdate = command('CMPP_MT_ROUTE_UPDATE', 0x13, mtUpdate);

/** CMPP 3.0 §8.6. */
export const mtRouteUpdateResp = command('CMPP_MT_ROUTE_UPDATE_RESP', responseId(mtRouteUpdate.id), updated);

/** Tells the name server of a change of an MO route. CMPP 3.0 §8.6. */
export const moRouteUpdate = command('CMPP_MO_ROUTE_UPDATE', 0x14, moUpdate);

/** CMPP 3.0 §8.6. */
export const moRouteUpdateResp = command('CMPP_MO_ROUTE_UPDATE_RESP', responseId(moRouteUpdate.id), updated);

/** The name server tells a gateway of a change of an MT route. CMPP 3.0 §8.6. */
export const pushMtRouteUpdate = command('CMPP_PUSH_MT_ROUTE_UPDATE', 0x15, { ...mtUpdate, timeStamp });

/** CMPP 3.0 §8.6. */
export const pushMtRouteUpdateResp = command(
  'CMPP_PUSH_MT_ROUTE_UPDATE_RESP',
  responseId(pushMtRouteUpdate.id),
  pushed,
);

/** The name server tells a gateway of a change of an MO route. CMPP 3.0 §8.6. */
export const pushMoRouteUpdate = command('CMPP_PUSH_MO_ROUTE_UPDATE', 0x16, { ...moUpdate, timeStamp });

/** CMPP 3.0 §8.6. */
export const pushMoRouteUpdateResp = command(
  'CMPP_PUSH_MO_ROUTE_UPDATE_RESP',
  responseId(pushMoRouteUpdate.id),
  pushed,
);
