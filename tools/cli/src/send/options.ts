import { randomInt } from 'node:crypto';
import { interfaceVersion, smpp } from '@smswire/smpp';
import { Failure } from '../failure.js';
import { fileOf } from '../file.js';
import { formOf } from '../form-options.js';
import { fromHex } from '../hex.js';
import { textOf } from '../input.js';
import type { Codec } from '../smpp/codec.js';
import { type BindRequest, bindCommand } from './bind.js';
import type { Given } from './given.js';
import { numberingOf } from './numbering.js';
import type { SendOptions } from './send.js';
import type { MessageOptions } from './submissions.js';
import type { Task } from './tasks.js';

/** Receipts take a while: phones are switched off, networks are slow. */
const RECEIPTS_MS = 60_000;
/** Longer than the standard has them, since there are providers that issue such. */
const widths = { systemId: 33, password: 33, systemType: 33 };

/** What is to be done. @throws Failure where options do not go together */
export async function sendOptions(argument: string | undefined, given: Given): Promise<SendOptions> {
  const { window, rate, wait = false, messageIdPolicy: messageIdPolicies, waitReceipts } = given;
  const request = bindOf(given);
  const task = await taskOf(argument, given);
  if (task.kind === 'message' && request.command === 'bind_receiver') {
    throw new Failure('a receiver cannot send: bind as trx or tx');
  }
  if (waitReceipts !== undefined && request.command === 'bind_transmitter') {
    throw new Failure('a transmitter is sent no receipts: bind as trx');
  }
  return {
    connect: connectOf(given),
    codec: codecOf(given),
    bind: request,
    task,
    window,
    rate,
    waitReceiptsMs: waitReceipts === true ? RECEIPTS_MS : waitReceipts,
    messageIdPolicies,
    wait,
    form: formOf(given),
  };
}

function codecOf({ interfaceVersion: version, sequenceNumber }: Given): Codec {
  const codec = smpp({ version, widths });
  return sequenceNumber === undefined ? codec : { ...codec, firstNumber: sequenceNumber };
}

function connectOf(given: Given): SendOptions['connect'] {
  const { host, port, ca, insecure, tlsKey, tlsCert, window } = given;
  const { connectTimeout: connectTimeoutMs, responseTimeout: responseTimeoutMs } = given;
  const secure = given.tls || insecure || [ca, tlsKey, tlsCert].some((file) => file !== undefined);
  const tls = secure && {
    rejectUnauthorized: insecure !== true,
    ...(ca !== undefined && { ca: fileOf('--ca', ca) }),
    ...(tlsKey !== undefined && { key: fileOf('--tls-key', tlsKey) }),
    ...(tlsCert !== undefined && { cert: fileOf('--tls-cert', tlsCert) }),
  };
  return { host, port, tls, connectTimeoutMs, responseTimeoutMs, window };
}

function bindOf(given: Given): BindRequest {
  const { bindMode, systemId, password, systemType, addrTon, addrNpi, addressRange } = given;
  return {
    command: bindCommand(bindMode),
    systemId,
    password,
    systemType,
    interfaceVersion: interfaceVersion.write(given.interfaceVersion),
    addrTon,
    addrNpi,
    addressRange,
  };
}

async function taskOf(argument: string | undefined, given: Given): Promise<Task> {
  const { ping, raw, destinationAddr, count } = given;
  if (ping) return { kind: 'ping' };
  if (raw !== undefined) return { kind: 'raw', octets: fromHex(raw) };
  const spoken = argument ?? given.shortMessage;
  if (destinationAddr === undefined) {
    if (spoken === undefined && (given.wait || given.bindMode.startsWith('r'))) return { kind: 'listen' };
    throw new Failure('--destination-addr is missing: whom is the message for? (--ping and --wait do without)');
  }
  const text = spoken ?? (await textOf(undefined)).replace(/\r?\n$/, '');
  if (spoken === undefined && text === '')
    throw new Failure("standard input was empty: give the message, or '' for none");
  const references = given.referenceWidth === '16' ? 65_536 : 256;
  const reference = given.reference ?? randomInt(references);
  return { kind: 'message', message: messageOf(text, destinationAddr, given), count, reference };
}

function messageOf(text: string, destinationAddr: string, given: Given): MessageOptions {
  const { hex, alphabet, packed, ports, udh, dataCoding, esmClass, sourceAddr } = given;
  const from = numberingOf(sourceAddr);
  const to = numberingOf(destinationAddr);
  return {
    text,
    hex,
    alphabet,
    packed,
    ports,
    udh,
    dataCoding,
    esmClass,
    carrier: given.sar ? 'sar' : given.payload ? 'payload' : 'udh',
    referenceWidth: given.referenceWidth === '16' ? 16 : 8,
    fields: {
      serviceType: given.serviceType,
      sourceAddrTon: given.sourceAddrTon ?? from.ton,
      sourceAddrNpi: given.sourceAddrNpi ?? from.npi,
      sourceAddr,
      destAddrTon: given.destAddrTon ?? to.ton,
      destAddrNpi: given.destAddrNpi ?? to.npi,
      destinationAddr,
      protocolId: given.protocolId,
      priorityFlag: given.priorityFlag,
      scheduleDeliveryTime: given.scheduleDeliveryTime,
      validityPeriod: given.validityPeriod,
      registeredDelivery: given.registeredDelivery ?? (given.waitReceipts === undefined ? 0 : 1),
      replaceIfPresentFlag: given.replaceIfPresentFlag,
      smDefaultMsgId: given.smDefaultMsgId,
    },
    tlvs: given.tlv ?? {},
  };
}
