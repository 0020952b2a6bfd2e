import { lookup as resolve } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/**
 * Which machines a message may go to: `public` ones for addresses that strangers give, `loopback-too` the own machine
 * beside them, for demonstrations, `any` where the operator names the address.
 */
export type Reach = 'public' | 'loopback-too' | 'any';

/** Special-purpose networks of the IANA registries: own, private, link-local (cloud metadata), shared, test, multicast. */
const NOT_PUBLIC = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  NOT_PUBLIC.addSubnet(network, bits, 'ipv4');
/** Inside 2000::/3: Teredo, documentation and 6to4, which carry or stand for other addresses. */
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC.addSubnet(network, bits, 'ipv6');
/** All that IPv6 has given out for the public; everything else, mapped IPv4 too, is refused. */
const GLOBAL_V6 = new BlockList();
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6');

export class AddressRefused extends Error {
  constructor(readonly address: string) {
    super(`${address} is not a public address`);
  }
}

export function mayReach(address: string, reach: Reach): boolean {
  if (reach === 'any') return true;
  if (reach === 'loopback-too' && ['127.0.0.1', '::1'].includes(address)) return true;
  if (isIP(address) === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  return isIP(address) === 6 && GLOBAL_V6.check(address, 'ipv6') && !NOT_PUBLIC.check(address, 'ipv6');
}

/**
 * The address to connect to. Whoever connects uses this one and never asks again: a name that answers otherwise the
 * second time gains nothing. Throws AddressRefused when any of a host's addresses is out of reach.
 */
export async function reachableAddress(url: URL, reach: Reach): Promise<{ address: string; family: number }> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host, { all: true });
  const refused = found.find(({ address }) => !mayReach(address, reach));
  if (refused) throw new AddressRefused(refused.address);
  const [first] = found;
  if (!first) throw new AddressRefused(host);
  return first;
}
