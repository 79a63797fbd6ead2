import { integer, octetsWithin } from './bounds.js';
import { names } from './names.js';

const networks = names('broadcastContentType.network', { generic: 0, gsm: 1, tdma: 2, cdma: 3 });

/** For the generic network; other networks have service numbers of their own. */
const services = names(
  'broadcastContentType.service',
  {
    index: 0x00,
    emergency: 0x01,
    irdbDownload: 0x02,
    newsFlashes: 0x10,
    newsLocal: 0x11,
    newsRegional: 0x12,
    newsNational: 0x13,
    newsInternational: 0x14,
    businessNewsLocal: 0x15,
    businessNewsRegional: 0x16,
    businessNewsNational: 0x17,
    businessNewsInternational: 0x18,
    sportsNewsLocal: 0x19,
    sportsNewsRegional: 0x1a,
    sportsNewsNational: 0x1b,
    sportsNewsInternational: 0x1c,
    entertainmentNewsLocal: 0x1d,
    entertainmentNewsRegional: 0x1e,
    entertainmentNewsNational: 0x1f,
    entertainmentNewsInternational: 0x20,
    medical: 0x21,
    doctors: 0x22,
    pharmacy: 0x23,
    localTraffic: 0x30,
    longDistanceTraffic: 0x31,
    taxis: 0x32,
    weather: 0x33,
    localAirport: 0x34,
    restaurants: 0x35,
    lodgings: 0x36,
    retail: 0x37,
    advertisements: 0x38,
    stocks: 0x39,
    employment: 0x40,
    technology: 0x41,
    district: 0x70,
    network: 0x71,
    operatorServices: 0x80,
    directoryNational: 0x81,
    directoryInternational: 0x82,
    customerCareNational: 0x83,
    customerCareInternational: 0x84,
    localTime: 0x85,
    multiCategory: 0x100,
  },
  0xffff,
);

export interface BroadcastContentType {
  network: ReturnType<typeof networks.read>;
  /** A name where the network is generic and the number has one, else the number, 0 to 65535. */
  service: ReturnType<typeof services.read>;
}

/** `broadcast_content_type`, three octets. SMPP 5.0 §4.8.4. */
export const broadcastContentType = {
  networks: networks.values,
  services: services.values,

  /** @throws PduError `length` */
  read(octets: Uint8Array): BroadcastContentType {
    const [first = 0, high = 0, low = 0] = octetsWithin('broadcastContentType', octets, 3, 3);
    const service = (high << 8) | low;
    return { network: networks.read(first), service: first === 0 ? services.read(service) : service };
  },

  /** @throws PduError `range`, for a service name on a network that has numbers only, too */
  write({ network, service }: BroadcastContentType): Uint8Array {
    const first = networks.write(network);
    const path = 'broadcastContentType.service';
    const code = first === 0 ? services.write(service) : integer(path, service as number, 0xffff);
    return Uint8Array.of(first, code >> 8, code & 0xff);
  },
};
