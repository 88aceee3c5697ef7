/**
 * Options for `server.listen` and `worker.start` under which a request that no handler answers is an error, and never
 * reaches the network by accident. MSW 2 knows only the first name and MSW 3 only the second; each ignores the other's.
 *
 * @example
 * server.listen(listenOptions)
 */
export const listenOptions = {
  onUnhandledRequest: 'error',
  onUnhandledFrame: 'error',
} as const
