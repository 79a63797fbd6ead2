import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandStatusOrigin, statusForField } from '../src/index.js';

describe('statusForField', () => {
  it.each([
    ['bind_transceiver', 'systemId', 0x0f],
    ['bind_transceiver', 'password', 0x0e],
    ['bind_transceiver', 'systemType', 0x53],
    ['bind_transceiver', 'addressRange', 0x0a],
    ['bind_transceiver', 'interfaceVersion', 0x0d],
    ['submit_sm', 'serviceType', 0x15],
    ['submit_sm', 'sourceAddrTon', 0x48],
    ['submit_sm', 'sourceAddrNpi', 0x49],
    ['submit_sm', 'sourceAddr', 0x0a],
    ['submit_sm', 'destAddrTon', 0x50],
    ['submit_sm', 'destAddrNpi', 0x51],
    ['submit_sm', 'destinationAddr', 0x0b],
    ['submit_sm', 'esmClass', 0x43],
    ['submit_sm', 'priorityFlag', 0x06],
    ['submit_sm', 'scheduleDeliveryTime', 0x61],
    ['submit_sm', 'validityPeriod', 0x62],
    ['submit_sm', 'registeredDelivery', 0x07],
    ['submit_sm', 'replaceIfPresentFlag', 0x54],
    ['submit_sm', 'smDefaultMsgId', 0x63],
    ['submit_sm', 'shortMessage', 0x01],
    ['query_sm', 'messageId', 0x0c],
    ['submit_multi', 'destAddresses', 0x33],
    ['submit_multi', 'destAddresses[3]', 0x33],
    ['submit_multi', 'destAddresses[3].destFlag', 0x40],
    ['submit_multi', 'destAddresses[3].dlName', 0x34],
    ['submit_multi', 'destAddresses[3].destinationAddr', 0x0b],
  ])('%s.%s has %i', (command, path, status) => {
    expect(statusForField(command, path, 'nul')).toBe(status);
    expect(statusForField(command, path, 'nul', '5.0')).toBe(status);
  });

  it('has RINVDCS for a data_coding only where the peer knows it', () => {
    expect(statusForField('submit_sm', 'dataCoding', 'range', '5.0')).toBe(0x104);
    expect(statusForField('submit_sm', 'dataCoding', 'range', '3.4')).toBe(0x45);
    expect(statusForField('submit_sm', 'dataCoding', 'range')).toBe(0x45);
    expect(statusForField('deliver_sm', 'dataCoding', 'range')).toBe(0x65);
  });

  it.each([
    ['end', 0xc0],
    ['tlv_order', 0xc0],
    ['tlv_duplicate', 0xc1],
    ['not_allowed', 0xc1],
    ['length', 0xc2],
    ['tlv_value', 0xc2],
    ['missing', 0xc3],
    ['range', 0xc4],
    ['', 0xc4],
    ['constructor', 0xc4],
  ])('tells by the error code %j what is wrong with a TLV', (code, status) => {
    expect(statusForField('submit_sm', 'tlvs.sarMsgRefNum', code)).toBe(status);
    expect(statusForField('submit_sm', 'tlvs', code)).toBe(status);
    expect(statusForField('submit_multi', 'tlvs.callbackNumAtag[1].dataCoding', code, '5.0')).toBe(status);
  });

  it.each([
    ['framing', 0x02],
    ['excess', 0x02],
    ['unknown_command', 0x03],
    ['trailing', 0xc0],
    ['tlv_truncated', 0xc0],
  ])('blames no field for %s', (code, status) => {
    for (const path of ['', 'trailing', 'shortMessage', 'tlvs']) {
      expect(statusForField('submit_sm', path, code)).toBe(status);
    }
  });

  it.each([
    ['sourceAddrSubunit', 0x105],
    ['destAddrSubunit', 0x106],
    ['broadcastFrequencyInterval', 0x107],
    ['broadcastAreaIdentifier[1]', 0x109],
    ['broadcastContentType', 0x10b],
    ['broadcastMessageClass', 0x10c],
    ['broadcastRepNum', 0x110],
    ['broadcastServiceGroup', 0x111],
    ['broadcastChannelIndicator', 0x112],
  ])('knows in 5.0 the status of %s, and in 3.4 that of any TLV', (tlv, status) => {
    expect(statusForField('broadcast_sm', `tlvs.${tlv}`, 'range', '5.0')).toBe(status);
    expect(statusForField('broadcast_sm', `tlvs.${tlv}`, 'range', '3.4')).toBe(0xc4);
    expect(statusForField('broadcast_sm', `tlvs.${tlv}`, 'missing', '5.0')).toBe(0xc3);
  });

  it.each([
    ['bind_receiver', 0x0d],
    ['submit_sm', 0x45],
    ['submit_multi', 0x45],
    ['data_sm', 0x45],
    ['deliver_sm', 0x65],
    ['query_sm', 0x67],
    ['cancel_sm', 0x11],
    ['replace_sm', 0x13],
    ['broadcast_sm', 0x10d],
    ['query_broadcast_sm', 0x10e],
    ['cancel_broadcast_sm', 0x10f],
    ['enquire_link', 0x08],
    ['vendor_sm', 0x08],
  ])('falls back to the failure of %s', (command, status) => {
    expect(statusForField(command, 'noSuchField', '', '5.0')).toBe(status);
    expect(statusForField(command, '', '', '5.0')).toBe(status);
  });

  it('never answers success or a code that the version of the peer reserves', () => {
    const command = fc.constantFrom('submit_sm', 'broadcast_sm', 'bind_receiver', 'x', 'toString');
    const name = fc.constantFrom(
      'dataCoding',
      'tlvs',
      'broadcastRepNum',
      'sourceAddr',
      'destAddresses[0]',
      '__proto__',
    );
    const path = fc.array(name).map((names) => names.join('.'));
    fc.assert(
      fc.property(command, path, fc.constantFrom('3.4', '5.0'), (by, at, version) => {
        const status = statusForField(by, at, 'range', version as '3.4');
        expect(status).toBeGreaterThan(0);
        expect(version === '5.0' ? ['3.4', '5.0'] : ['3.4']).toContain(commandStatusOrigin(status));
      }),
    );
  });
});
