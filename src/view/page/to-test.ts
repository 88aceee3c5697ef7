import { isWebSocketUrl } from '../../http/web-socket-url.ts'
import type { Entry } from './entries.ts'
import { toLiteral } from './literal.ts'
import { writeConnection } from './write-connection.ts'
import { writeRequest } from './write-request.ts'

type Place = Pick<Entry, 'cassette' | 'interaction'>

/** Writes a test for Vitest that sends the request of an interaction, or opens its WebSocket, and gets the recorded answer. */
export function toTest({ cassette, interaction }: Place): string {
  const { host, method, path, url } = interaction
  const isWebSocket = isWebSocketUrl(url)
  const write = isWebSocket ? writeConnection : writeRequest
  const title = `${isWebSocket ? 'WebSocket' : method} ${host}${path}`
  return `import { openCassette } from 'msw-cassette/fetch'
import { expect, test } from 'vitest'

test(${toLiteral(title)}, async () => {
  await using session = openCassette(${toLiteral(toPath(cassette.path))}, { mode: 'replay' })
${write(interaction, countEarlier({ cassette, interaction }))}})
`
}

/** Equal requests are answered in the order of the cassette. */
function countEarlier({ cassette, interaction }: Place): number {
  const { index, method, request, url } = interaction
  return cassette.interactions.filter(
    (other) =>
      other.index < index &&
      other.method === method &&
      other.url === url &&
      other.request.body.content?.text === request.body.content?.text,
  ).length
}

/** A name without a slash or an extension would be searched next to the test. */
function toPath(cassette: string): string {
  return /[/\\]/.test(cassette) ? cassette : `./${cassette}`
}
