import { expect, test } from 'vitest'
import { appendGoVcr2 } from '../../../test/append-go-vcr-2.ts'
import { buildConversation } from '../../../test/build-conversation.ts'
import { refusal } from '../../../test/refusal.ts'
import type { HeaderPair, Interaction, WebSocketConversation } from '../../cassette.ts'
import { parseCassette } from '../parse-cassette.ts'
import { parseDocument } from '../parse-document.ts'
import { stringifyCassette } from '../stringify-cassette.ts'
import { changeItems } from './change-items.ts'
import { editGoVcr2 } from './edit.ts'
import { readGoVcr2Fast } from './fast/read-fast.ts'
import { replaceGoVcr2 } from './replace.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const CONVERSATION: WebSocketConversation = {
  frames: [
    { from: 'server', at: 0, data: '{"type":"session.created"}' },
    { from: 'client', at: 12.4, data: "it's\n\u2028 { from: client }" },
    { from: 'server', at: 12.4, data: Uint8Array.of(1, 2, 3) },
    { from: 'server', at: 30.125, data: '' },
    { from: 'client', at: 31, data: new Uint8Array() },
  ],
  close: { from: 'client', code: 1000, reason: 'bye: now' },
}

const headers: HeaderPair[] = [['Host', 'api.test']]
const toInteraction = (websocket: WebSocketConversation): Interaction => buildConversation({ headers, ...websocket })

const example = toInteraction(CONVERSATION)
const withoutLine = ({ line: _, ...rest }: Interaction): Interaction => rest

/** Reads a file with the fast reader and with the YAML parser, which must agree. */
function read(text: string): Interaction[] {
  const fast = readGoVcr2Fast(encode(text), 'a.yaml')
  expect(fast).toEqual(parseDocument(text, 'a.yaml'))
  return (fast?.interactions ?? []).map(withoutLine)
}

test('writes one line for each frame, before the status, and text as it was sent', () => {
  const text = stringifyCassette({ interactions: [example] })
  expect(text.slice(text.indexOf('  response:'))).toBe(`  response:
    proto: HTTP/1.1
    proto_major: 1
    proto_minor: 1
    content_length: 0
    body: ''
    headers: {}
    websocket:
      frames:
      - { from: server, at: 0, text: '{"type":"session.created"}' }
      - { from: client, at: 12.4, text: "it's\\n\\u2028 { from: client }" }
      - { from: server, at: 12.4, binary: !!binary AQID }
      - { from: server, at: 30.125, text: '' }
      - { from: client, at: 31, binary: !!binary '' }
      close: { from: client, code: 1000, reason: 'bye: now' }
    status: 101 Switching Protocols
    code: 101
`)
})

test.each<[string, WebSocketConversation]>([
  ['a conversation', CONVERSATION],
  ['a conversation that is still open', { frames: CONVERSATION.frames }],
  ['a connection without frames', { frames: [], close: { from: 'server', code: 1006, reason: '' } }],
  ['a large frame', { frames: [{ from: 'server', at: 0, data: 'x'.repeat(2_000_000) }] }],
])('%s is written, appended, and read by both readers', (_title, conversation) => {
  const added = toInteraction(conversation)
  const text = appendGoVcr2(stringifyCassette({ interactions: [example] }), [added, example]) ?? ''
  expect(read(text)).toEqual([example, added, example])
})

/** A file as in the documentation, which a person writes. */
const FILE = `version: 2
interactions:
- request:
    url: wss://api.test/v1/realtime
    method: GET
  response:
    websocket:
      frames:
      - { from: server, at: 0, text: '{"type":"session.created"}' }
      - { from: client, at: 12.4, text: '{"type":"response.create"}' }
      - { from: server, at: 30.1, binary: !!binary AQID }
      close: { from: client, code: 1000, reason: '' }
    code: 101
`

test('a version is optional', () => {
  const versioned = FILE.replace('      frames:', '      version: 1\n      frames:')
  expect(read(versioned)).toEqual(read(FILE))
})

test.each([
  [
    'blocks',
    '{ from: server, at: 30.1, binary: !!binary AQID }',
    'from: server\n        at: 30.1\n        binary: !!binary |\n          AQID',
  ],
  [
    'other orders of the keys',
    '{ from: server, at: 30.1, binary: !!binary AQID }',
    '{ at: 30.1, binary: !!binary AQID, from: server }',
  ],
  ['double quotes', `'{"type":"session.created"}'`, '"{\\"type\\":\\"session.created\\"}"'],
  ['comments', "reason: '' }", "reason: '' } # by the client"],
  ['a close without a reason', ", reason: '' }", ' }'],
])('reads frames that are written by hand with %s', (_title, from, to) => {
  const text = FILE.replace(from, () => to)
  expect(text).not.toBe(FILE)
  expect(parseCassette(text).interactions).toEqual(parseCassette(FILE).interactions)
})

test.each([
  [
    'frames that are cut after their key',
    /frames:[\s\S]*/,
    'frames:\n',
    8,
    14,
    'frames is missing or empty: the file was cut',
  ],
  [
    'a conversation that is cut after its key',
    /websocket:[\s\S]*/,
    'websocket:\n',
    7,
    15,
    'websocket is missing or empty',
  ],
  ['a list that is cut between two frames', / {6}- \{ from: server, at: 30[\s\S]*/, '', 7, 5, 'code is missing'],
  ['a frame that is cut', / at: 30.1[\s\S]*/, ' at', 11, 27, ''],
  ['no frames', /frames:\n(?: {6}- .*\n)+ +/, '', 8, 7, 'frames is missing or empty'],
  ['times that go backwards', '30.1', '12.3', 11, 29, 'at is 12.3, and the frame before it has 12.4'],
  ['a negative time', 'at: 0', 'at: -1', 9, 29, 'at is -1, and must be a number of milliseconds from 0'],
  ['a time that is text', 'at: 0', "at: '0'", 9, 29, 'at is the text "0", and must be a number'],
  ['a time that is infinite', 'at: 0', 'at: .inf', 9, 29, 'at is Infinity'],
  ['a frame without a time', 'at: 0, ', '', 9, 9, 'at is missing'],
  ['an unknown sender', 'from: server', 'from: sever', 9, 17, 'from is "sever", and must be client or server'],
  ['a frame without a sender', 'from: server, ', '', 9, 9, 'from is missing'],
  ['a frame without data', ', binary: !!binary AQID', '', 11, 9, 'text is missing, and so is "binary"'],
  ['a frame with text and bytes', 'binary:', "text: '', binary:", 11, 62, 'binary is next to "text"'],
  ['bytes that are not base64', 'AQID', 'A%=', 11, 43, '!!binary must be base64'],
  ['bytes that are cut', 'AQID', 'AQI', 11, 43, '!!binary must be base64'],
  [
    'bytes without a tag',
    '!!binary ',
    '',
    11,
    43,
    'binary is the text "AQID", and must be base64 with the tag !!binary',
  ],
  ['a text that is a map', `text: '{"type":"session.created"}'`, 'text: {}', 9, 38, 'text must be text, and is a map'],
  ['a close in the middle', 'at: 12.4,', 'at: 12.4, close: { code: 1000 },', 10, 42, 'close is inside a frame'],
  [
    'a frame that is not a map',
    / {6}- \{ from: client.*/,
    '      - closed',
    10,
    9,
    'must be a map, and is the text "closed"',
  ],
  ['frames that are a map', /frames:\n(?: {6}- .*\n)+/, 'frames: { from: client }\n', 8, 15, 'frames must be a list'],
  ['a close without a code', 'code: 1000, ', '', 12, 14, 'code is missing'],
  ['a close without a sender', '{ from: client, code', '{ code', 12, 14, 'from is missing'],
  [
    'a close with a bad code',
    '1000',
    '5000',
    12,
    36,
    'code is 5000, and a connection closes with a code from 1000 to 4999',
  ],
  ['a close with a code that is text', '1000', 'gone', 12, 36, 'code must be a whole number'],
  ['a close with a long reason', "reason: ''", `reason: '${'é'.repeat(62)}'`, 12, 50, 'reason has more than 123 bytes'],
  ['an empty close', /close: .*/, 'close:', 12, 13, 'from is missing'],
  [
    'an unknown version',
    '      frames:',
    '      version: 2\n      frames:',
    8,
    16,
    'version is "2", and this version of msw-cassette reads WebSocket frames of version 1. Update',
  ],
  ['another status', 'code: 101', 'code: 200', 13, 11, 'code is 200, and must be 101'],
  ['no status', / {4}code: 101\n/, '', 7, 5, 'code is missing'],
  ['the URL of another protocol', 'wss:', 'https:', 4, 10, 'url does not begin with ws: or wss:'],
  ['a body', '    code', '    body: x\n    code', 13, 11, 'body must be empty'],
])('refuses %s, and reports the position', (_title, from, to, line, column, message) => {
  const text = FILE.replace(from, () => to)
  const error = refusal(() => parseCassette(text, { path: 'a.yaml' }))
  expect(error).toMatchObject({ code: 'cassette_invalid', file: 'a.yaml', line, column })
  expect(error?.message).toContain(message)
})

test('a status of 101 without frames is still refused', () => {
  const text = FILE.replace(/ {4}websocket:\n(?: {6}.*\n)+/, '')
  expect(refusal(() => parseCassette(text))?.message).toContain(
    'code is 101, and the frames below "websocket" are missing',
  )
})

test('an edit changes only the frames that differ, and bytes stay bytes', () => {
  const text = stringifyCassette({ interactions: [example] })
  const [before] = parseCassette(text).interactions as [Interaction]
  const frames = CONVERSATION.frames.map((frame, index) =>
    index === 1 ? { ...frame, data: 'X, }' } : index === 2 ? { ...frame, data: encode('ab') } : frame,
  )
  const close = { from: 'client', code: 1000, reason: 'X' } as const
  const after = { ...before, response: { ...before.response, websocket: { frames, close } } }
  expect(editGoVcr2(text, { before: [before], after: [after], changeText: (same) => same })).toBe(
    text
      .replace(/text: "it's.*"/, "text: 'X, }'")
      .replace('AQID', 'YWI=')
      .replace('bye: now', 'X'),
  )
})

test('a conversation is replaced, and the rest of the file keeps its bytes', () => {
  const text = stringifyCassette({ interactions: [example, example] })
  const after = toInteraction({ frames: [{ from: 'server', at: 1, data: 'new' }] })
  expect(read(replaceGoVcr2(text, example, after) ?? '')).toEqual([after, example])
  expect(read(changeItems(text, { replaced: new Map([[1, after]]), added: [example] }) ?? '')).toEqual([
    example,
    after,
    example,
  ])
})

test('frames that a hook has moved are written with times that a reader accepts', () => {
  const frames = [5, 2, -1, Number.NaN, 7].map((at) => ({ from: 'client', at, data: '' }) as const)
  const [read] = parseCassette(stringifyCassette({ interactions: [toInteraction({ frames })] })).interactions
  expect(read?.response.websocket?.frames.map(({ at }) => at)).toEqual([5, 5, 5, 5, 7])
})

test('the frames are an own property, also of a copy and of a frozen object', () => {
  const text = stringifyCassette({ interactions: [example, example] })
  const [first, second] = parseCassette(text).interactions.map(({ response }) => response.websocket)
  const frozen = Object.freeze(second)
  expect([{ ...first }, first, frozen, frozen]).toEqual(Array(4).fill(CONVERSATION))
  expect(Object.keys(first ?? {})).toEqual(['frames', 'close'])
})
