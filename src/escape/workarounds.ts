/** The clients whose requests MSW does not intercept, each with what to do instead. */
export const workarounds = {
  undici:
    "Use Node's own `fetch`, called as `globalThis.fetch`. undici's request, fetch, stream and Client, and a `fetch` that was " +
    'stored before the server started, bypass MSW: pass `fetch: session.fetch`, or `(...args) => fetch(...args)`, to the client.',
  'node:http':
    'The client stored a function of node:http before the server started. Start the server first, or call `http.request` ' +
    'through the module.',
  'node:http without MSW':
    "With `intercept: 'fetch'`, only the global `fetch` is answered. Set `intercept: 'auto'` or `'msw'`, or " +
    '`MSW_CASSETTE_INTERCEPT=auto`.',
  'a socket':
    'Only HTTP clients are answered. Send the request with `fetch`, or, if it has to reach the network, let it pass with the option ' +
    '`passthrough`.',
  'node:http2':
    "Use HTTP/1.1: in the AWS SDK `requestHandler: new NodeHttpHandler()` of '@smithy/node-http-handler', in got `http2: false`.",
  'a kept-alive connection':
    'Its connection is older than the MSW server. Start the server before the first request, or close the dispatcher of the ' +
    'client before that.',
} as const
