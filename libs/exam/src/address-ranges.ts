import { DomainError } from '#lib/kernel';
import { BlockList, isIP } from 'node:net';

/** True for an IPv4 or IPv6 address, with or without a prefix length (`10.1.0.0/16`, `fd00::/8`). */
export function isAddressRange(text: string): boolean {
  const [address, prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** @throws DomainError `exam.address_invalid` naming the first range that is none. */
export function requireRanges(ranges: readonly string[]): void {
  const bad = ranges.find((range) => !isAddressRange(range));
  if (bad !== undefined) throw new DomainError('exam.address_invalid', { range: bad }, { errors: [{ path: 'addressRanges', code: 'exam.address_invalid', params: { range: bad } }] });
}

/** Whether an address lies in one of the ranges; where there are none, every address does. */
export function isAddressAllowed(ranges: readonly string[], address: string | null | undefined): boolean {
  if (ranges.length === 0) return true;
  const plain = plainAddress(address);
  if (plain === null) return false;
  const list = new BlockList();
  for (const range of ranges) {
    const [start, prefix] = range.split('/');
    const family = isIP(start) === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(start, prefix === undefined ? (family === 'ipv4' ? 32 : 128) : Number(prefix), family);
  }
  return list.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6');
}

/** SQL: a text[] parameter as cidr[], whatever stands in the bits behind the prefix. */
export const rangesSql = (parameter: string): string => `(SELECT coalesce(array_agg(network(r::inet)), '{}') FROM unnest(${parameter}::text[]) AS r)`;

/** An address as PostgreSQL's inet takes it: IPv4 inside IPv6 is IPv4, and a zone is left out. Null for what is no address. */
export function plainAddress(address: string | null | undefined): string | null {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(plain) === 0 ? null : plain;
}
