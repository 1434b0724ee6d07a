import { describe, expect, it } from '@jest/globals';
import { isAddressAllowed, isAddressRange, plainAddress } from './address-ranges.js';

describe('isAddressRange', () => {
  it.each([
    ['10.1.0.0/16', true], ['10.1.2.3', true], ['fd00::/8', true], ['::1', true],
    ['10.1.0.0/33', false], ['fd00::/129', false], ['10.1', false], ['10.1.0.0/', false], ['10.1.0.0/8/8', false], ['fe80::1%eth0', false], ['考场', false], ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isAddressRange(text)).toBe(expected);
  });
});

describe('isAddressAllowed', () => {
  it.each([
    [[], '1.2.3.4', true], [['10.1.0.0/16'], '10.1.255.255', true], [['10.1.0.0/16'], '10.2.0.0', false], [['10.1.0.0/16'], '::ffff:10.1.2.3', true],
    [['fd00::/8'], 'fd12::1', true], [['fd00::/8'], '10.1.2.3', false], [['10.1.2.3'], '10.1.2.3', true], [['10.1.2.3/32'], '10.1.2.4', false], [['10.0.0.0/8'], null, false], [['10.0.0.0/8', '::1/128'], '::1', true],
  ])('%j holds %s: %s', (ranges, address, expected) => {
    expect(isAddressAllowed(ranges, address)).toBe(expected);
  });
});

describe('plainAddress', () => {
  it.each([['::ffff:10.1.2.3', '10.1.2.3'], ['fe80::1%eth0', 'fe80::1'], ['10.1.2.3', '10.1.2.3'], ['unix', null], [undefined, null]])('%s is %s', (address, expected) => {
    expect(plainAddress(address)).toBe(expected);
  });
});
