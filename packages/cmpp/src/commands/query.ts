import { command, padded, u8, u32 } from '@smswire/pdu';
import { responseId } from './response-id.js';

/** Asks for a day's counts. CMPP 3.0 §8.4.4.1. */
export const query = command('CMPP_QUERY', 0x06, {
  /** The day, YYYYMMDD: see `formatQueryDate`. */
  time: padded(8),
  /** 0 for all, 1 for one service. */
  queryType: u8,
  /** The Service_Id, where `queryType` is 1. */
  queryCode: padded(10),
  reserve: padded(8),
});

/** CMPP 3.0 §8.4.4.2. */
export const queryResp = command('CMPP_QUERY_RESP', responseId(query.id), {
  time: padded(8),
  queryType: u8,
  queryCode: padded(10),
  /** Messages received from the SP. */
  mtTlMsg: u32,
  /** Users that these were for. */
  mtTlusr: u32,
  /** Forwarded. */
  mtScs: u32,
  /** Waiting to be forwarded. */
  mtWt: u32,
  /** Failed to be forwarded. */
  mtFl: u32,
  /** Delivered to the SP. */
  moScs: u32,
  /** Waiting to be delivered to the SP. */
  moWt: u32,
  /** Failed to be delivered to the SP. */
  moFl: u32,
});
