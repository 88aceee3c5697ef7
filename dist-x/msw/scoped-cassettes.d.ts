import type { HttpHandler } from 'msw';
/**
 * Creates the handler through which `withCassette` answers. Put it into the server of your setup file once. A server with any
 * handler of `fromCassette` does not need it.
 *
 * @example
 * const server = setupServer(...scopedCassettes())
 * server.listen(listenOptions)
 */
export declare function scopedCassettes(): HttpHandler[];
