import type { CassetteSession } from 'msw-cassette'
import type { Received, SentRequest, Step } from './places/place.ts'
import type { Upstream } from './upstream.ts'

/** Sends the requests of all steps through a session, one after the other. */
export async function exchange(
  session: CassetteSession,
  upstream: Upstream,
  steps: readonly Step[],
): Promise<Received[]> {
  const received: Received[] = []
  for (const { request, answer = {} } of steps) {
    const {
      path = '/v1/messages',
      method,
      headers,
      body,
    }: SentRequest = typeof request === 'function' ? request(received) : request
    const response = await session.fetch(upstream.origin + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...headers, 'x-trial': upstream.announce(answer) },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    received.push({ status: response.status, headers: response.headers, text: await response.text() })
  }
  return received
}
