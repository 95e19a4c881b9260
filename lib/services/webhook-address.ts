import "server-only";
import { lookup as resolve, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { env } from "@/lib/env";
import { isLoopback, isOnion } from "@/lib/model/api";

const inside = new BlockList();
for (const [net, bits] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3]] as const) inside.addSubnet(net, bits, "ipv4");
// `::/96`, `::ffff:0:0:0/96`, both `64:ff9b:` nets, Teredo and 6to4 carry an IPv4 address; mapped ones are compared with the list above by the engine itself.
for (const [net, bits] of [["::", 96], ["::ffff:0:0:0", 96], ["64:ff9b::", 96], ["64:ff9b:1::", 48], ["2001::", 32], ["2002::", 16], ["fc00::", 7], ["fe80::", 10], ["fec0::", 10], ["ff00::", 8]] as const) inside.addSubnet(net, bits, "ipv6");

/** Whether an IP address belongs to this machine, to a network of the house or to nobody. */
export const isInside = (address: string): boolean => inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, "");

/** Whether calls may go to this host by its name; one that names an address inside is refused unless the installation allows it. */
export const mayCall = (hostname: string): boolean => isLoopback(hostname) || isOnion(hostname) || env.webhookPrivate || isIP(bare(hostname)) === 0 || !isInside(bare(hostname));

/** Why a name was not looked up further. */
class InsideAddress extends Error {
  readonly code = "EINSIDE";
}

/**
 * Looks a name up and refuses what leads inside: checked on the very addresses that are then connected to, so that a name cannot show one address
 * when it is recorded and another when it is called.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return callback(error, []);
    const open = isLoopback(hostname) ? found.every(({ address }) => /^127\.|^::1$/.test(address)) : isOnion(hostname) || env.webhookPrivate || !found.some(({ address }) => isInside(address));
    const [first] = found;
    if (!open || !first) return callback(new InsideAddress("the name leads inside"), []);
    return options.all ? callback(null, found) : callback(null, first.address, first.family);
  });
};
