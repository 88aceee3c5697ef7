import type { Cassette } from '../cassette.ts';
import type { RequestMatcher } from '../matcher/request-matcher.ts';
import { type Check } from '../options/checks.ts';
/** Checks the option `hosts`. */
export declare const checkHosts: Check;
/**
 * Creates the filter that selects the URLs a session answers: those with a host of its cassette or of the option `hosts`. A
 * session that uses the network and names no hosts answers for every host except this machine.
 *
 * @param cassette the loaded cassette
 * @param matcher decides which hosts are the same
 * @param hosts the option, see `parseHostPattern`
 * @param reach whether the session uses the network
 */
export declare function createHostFilter({ interactions }: Cassette, matcher: RequestMatcher, hosts: readonly string[] | undefined, reach: 'recorded-hosts' | 'all-hosts'): (url: string) => boolean;
/** Tells whether a URL leads to another machine: a test sends requests to its own servers all the time. */
export declare function isRemote({ protocol, hostname }: URL): boolean;
