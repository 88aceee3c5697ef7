import type { Session } from '../session/session.ts';
/**
 * Keeps the hosts of a test's cassette off the network after the test: a request that the test did not wait for can be sent
 * later.
 *
 * @param session the session of the test that has ended
 */
export declare function rememberHosts({ cassette, recorded, requests }: Session): void;
/** Tells whether an earlier test had a cassette for a host. */
export declare function isRemembered(url: string): boolean;
