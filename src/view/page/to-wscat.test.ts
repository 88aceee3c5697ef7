import { expect, test } from 'vitest'
import { shellArguments } from '../../../test/shell-arguments.ts'
import type { ViewEvent, ViewMessage } from '../view-data.ts'
import { toWscat } from './to-wscat.ts'

/** The headers of a server that chose a subprotocol. */
const CHOSEN: ViewMessage['headers'] = [['Sec-WebSocket-Protocol', 'chosen']]
const url = 'wss://a.test/[1]'
const frame = (peer: ViewEvent['peer'], text: string, shown?: 'in part'): ViewEvent => ({
  ...{ bytes: 1, from: 0, to: 0, text },
  ...(peer && { peer }),
  ...(shown && { shown }),
})

function write(events: readonly ViewEvent[], headers: ViewMessage['headers'] = [], omitted = 0): string {
  const request = { headers, body: { type: '', bytes: 0, notes: [] } }
  return toWscat({
    url,
    request,
    response: { ...request, headers: CHOSEN },
    stream: { unit: 'frame', events, omitted },
  })
}

test('writes a command for a shell that offers the subprotocols, and sends the frames of the client', () => {
  const headers = [
    ['Authorization', 'Bearer a'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Protocol', 'realtime, b'],
    ['Sec-WebSocket-Key', 'c'],
  ] as const
  expect(write([frame('server', 'hi'), frame('client', '{"a":"b"}'), frame('client', 'c')], headers)).toBe(
    `npx wscat --connect 'wss://a.test/[1]' \\
  --subprotocol 'realtime' \\
  --subprotocol 'b' \\
  --header 'Authorization: Bearer a' \\
  --execute='{"a":"b"}' \\
  --execute='c' \\
  --wait 60`,
  )
})

test.each(["'; rm -rf / #", '$(id) `id` \\', '-o x', 'line\nbreak', '\u001b[31m\u202E', '😀'])(
  'the shell passes %j on as it is',
  (text) => {
    const sent = ['wscat', '--connect', url, '--subprotocol', text, '--header', `X-A: ${text}`, `--execute=${text}`]
    const command = write(
      [frame('client', text)],
      [
        ['X-A', text],
        ['sec-websocket-protocol', text],
      ],
    )
    expect(shellArguments('npx', command)).toEqual([...sent, '--wait', '60'])
  },
)

test('frames that the page does not contain are reported, and without frames the user types them', () => {
  const note = '# Without the frames that are binary, or that this page does not contain completely.\n'
  const command = `npx wscat --connect '${url}' \\\n  --subprotocol 'chosen'`
  expect(write([])).toBe(command)
  expect(write([frame('client', '[2 bytes]', 'in part')])).toBe(note + command)
  expect(write([], [], 3)).toBe(note + command)
})
