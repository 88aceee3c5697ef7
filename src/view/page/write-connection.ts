import type { ViewEvent, ViewInteraction, ViewStream } from '../view-data.ts'
import { toExpression, toLiteral } from './literal.ts'
import { protocolsOf } from './protocols-of.ts'

/**
 * Writes the statements of a test that opens a WebSocket, sends the recorded frames of the client and receives those of the server. A
 * replay keeps frames that come before they are due, so the test sends all of them when the connection opens.
 *
 * @param earlier the number of equal connections that the cassette has before
 */
export function writeConnection(interaction: ViewInteraction, earlier: number): string {
  const { status, stream, url } = interaction
  const offered = protocolsOf(interaction)
  const list = offered.length === 0 ? '' : `, [${offered.map(toLiteral).join(', ')}]`
  return `  const connect = () => new session.WebSocket(${toLiteral(url)}${list})
${earlier === 0 ? '' : `  // The cassette has the same connection before.\n${'  connect()\n'.repeat(earlier)}`}  const socket = connect()
${stream?.unit === 'frame' ? writeConversation(stream) : writeRefusal(status)}`
}

function writeRefusal(status: number): string {
  return `  const failed = new Promise((resolve) => {
    socket.onerror = resolve
  })
  expect(await failed).toMatchObject({ message: 'Unexpected server response: ${status}' })
`
}

function writeConversation({ close, events, omitted, received = 0 }: ViewStream): string {
  const end = close?.from === 'server' ? undefined : writeClose(close)
  const opened = [
    ...events.flatMap(writeFrame),
    ...(omitted > 0 ? ['// The frames after these are not here.'] : []),
    ...(end && received === 0 ? [end] : []),
  ]
  const push = end && received > 0 ? `if (messages.push(data) === ${received}) ${end}` : 'messages.push(data)'
  return `  const messages: unknown[] = []
  const closed = new Promise((resolve) => {
    socket.onopen = () => {${opened.map((line) => `\n      ${line}`).join('')}
    }
    socket.onmessage = ({ data }) => {
      ${push}
    }
    socket.onclose = resolve
  })
${end ? '  await closed\n' : `  expect(await closed).toMatchObject({ code: ${close?.code} })\n`}  expect(messages).toHaveLength(${received})
  expect(session.mismatches).toEqual([])
`
}

function writeFrame({ peer, text = '', shown }: ViewEvent): string[] {
  if (peer !== 'client') return []
  if (shown) return ['// Send the frames here that this page does not contain completely:', `// ${toLiteral(text)}`]
  return [`socket.send(${toExpression(text, '      ')})`]
}

/** Code under test can only close with these codes. */
function writeClose(close: ViewStream['close']): string {
  const { code = 1005, reason = '' } = close ?? {}
  if (code !== 1000 && (code < 3000 || code > 4999)) return 'socket.close()'
  return reason === '' ? `socket.close(${code})` : `socket.close(${code}, ${toLiteral(reason)})`
}
