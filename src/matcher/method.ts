import type { Matcher } from './matcher.ts'

/** Compares the method. */
export const matchMethod: Matcher = {
  name: 'method',
  key: ({ request }) => request.method,
  differences: ({ recorded, received }) => [{ path: 'method', recorded: recorded.method, received: received.method }],
}
