import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HeaderPair, Interaction, RecordedResponse } from '../cassette.ts'
import { CassetteOpenEndError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { openEndOf, stayOpen } from './open-end.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

const toRequest = (headers: Record<string, string> = {}): IncomingRequest => ({
  method: 'GET',
  url: 'https://api.test/events?token=hunter2',
  headers: new Headers(headers),
  body: new Uint8Array(),
  signal: new AbortController().signal,
})

const plain = toRequest()
const mcp = toRequest({ accept: 'text/event-stream', 'mcp-session-id': '1' })

const respond = ({ type = 'text/event-stream', ...more }: Partial<RecordedResponse> & { type?: string } = {}) => {
  const headers: HeaderPair[] = [['Content-Type', type]]
  return { status: 200, statusText: 'OK', headers, body: new Uint8Array(), ...more }
}

test('a stream stays open if its client left it, or if an MCP server sent nothing on it', () => {
  const openEnd = { after: 50 }
  const body = new TextEncoder().encode('data: 1\n\n')
  expect({
    recorded: openEndOf(respond({ openEnd }), plain),
    recordedOfMcp: openEndOf(respond({ openEnd, body }), mcp),
    complete: openEndOf(respond(), plain),
    silent: openEndOf(respond(), mcp),
    silentWithCharset: openEndOf(respond({ type: 'Text/Event-Stream; charset=utf-8' }), mcp),
    notSilent: openEndOf(respond({ body }), mcp),
    refused: openEndOf(respond({ status: 405 }), mcp),
    anotherType: openEndOf(respond({ type: 'application/json' }), mcp),
  }).toEqual({
    recorded: openEnd,
    recordedOfMcp: openEnd,
    complete: undefined,
    silent: { after: 0 },
    silentWithCharset: { after: 0 },
    notSilent: undefined,
    refused: undefined,
    anotherType: undefined,
  })
})

const stay = (after: number, request: IncomingRequest, more: Partial<Interaction> = {}) => {
  const failures: CassetteOpenEndError[] = []
  const end = stayOpen({
    interaction: { request: { ...request, headers: [] }, response: respond({ body: new Uint8Array(9) }), ...more },
    openEnd: { after },
    request,
    file: 'a.yaml',
    onFailure: (error) => failures.push(error),
  })
  return { end, failures }
}

test('a client can read on for a second, or one and a half times as long as the recorded one; a client of MCP forever', () => {
  const patiences = [0, 600, 700, 5_000].map((after) => stay(after, plain).end.patience)
  expect([...patiences, stay(5_000, mcp).end.patience]).toEqual([1_000, 1_000, 1_050, 7_500, Number.POSITIVE_INFINITY])
})

test.each<[string, Partial<Interaction>, { line: number | undefined; place: string }]>([
  ['with a line', { line: 12 }, { line: 12, place: ' on line 12' }],
  ['without a line', {}, { line: undefined, place: '' }],
])(
  'a client that reads on for too long gets an error, which is also reported and printed: %s',
  (_title, more, expected) => {
    const { end, failures } = stay(2_040, plain, more)
    const error = end.fail() as CassetteOpenEndError
    expect(error).toBeInstanceOf(CassetteOpenEndError)
    const message =
      `The recording of GET https://api.test/events?token=[secret]${expected.place} of a.yaml ends here, after 9 bytes: its client left ` +
      'the stream 2 s after the response began, so the rest was never received. This client has read on for 3.1 s. ' +
      "If it needs the rest, record again: use the mode 'record', or delete the recording. Otherwise let it leave the stream where the " +
      'recorded client did.'
    expect({ ...error, message: error.message }).toEqual({
      name: 'CassetteOpenEndError',
      code: 'cassette_open_end',
      file: 'a.yaml',
      line: expected.line,
      message,
    })
    expect(failures).toEqual([error])
    expect(vi.mocked(console.error).mock.calls).toEqual([[`[msw-cassette] ${message}`]])
  },
)
