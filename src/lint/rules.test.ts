import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Interaction } from '../cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { signInteraction } from '../provenance/provenance.ts'
import { lintFile } from './lint-file.ts'
import type { LintSettings } from './lint-rule.ts'
import { rules } from './rules.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const SETTINGS: LintSettings = { allowSecrets: [], expires: undefined, require: undefined }
const JSON_TYPE: Interaction['request']['headers'] = [['Content-Type', 'application/json']]
const STREAM_TYPE: Interaction['request']['headers'] = [['Content-Type', 'text/event-stream']]

interface Changes {
  request?: Partial<Interaction['request']>
  response?: Partial<Interaction['response']>
  recordedAt?: Date
}

function build({ request, response, ...rest }: Changes = {}): Interaction {
  return {
    request: {
      method: 'POST',
      url: 'https://api.test/v1/chat',
      headers: JSON_TYPE,
      body: encode('{"text":"hi"}'),
      ...request,
    },
    response: { status: 200, statusText: 'OK', headers: JSON_TYPE, body: encode('{"text":"hello"}'), ...response },
    ...rest,
  }
}

const write = (...interactions: Interaction[]): string => stringifyCassette({ interactions })

/** The findings in a text, without those about its origin. */
async function lint(text: string | Uint8Array, settings: Partial<LintSettings> = {}, name = 'a.yaml') {
  const file = join(makeTempFolder(), name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const { findings } = await lintFile({ file, path: name }, rules, { ...SETTINGS, ...settings })
  return findings.map(({ rule, line, column, message }) => `${line}:${column} ${rule}: ${message}`)
}

test('a sound cassette has no findings', async () => {
  expect(await lint(write(build()))).toEqual([])
  expect(await lint(write(signInteraction(build())), { require: 'recorded' })).toEqual([])
})

const stream = (text: string, changes: Partial<Interaction['response']> = {}): Interaction =>
  build({ response: { headers: STREAM_TYPE, body: encode(text), ...changes } })

const CHUNK = 'data: {"choices":[{"delta":{"content":"a"}}]}\n\n'
const KEY = `sk-ant-api03-${'Ab1'.repeat(31)}`

test.each<[rule: string, text: string, expected: string[], settings?: Partial<LintSettings>]>([
  [
    'unreadable',
    'version: 2\ninteractions:\n- request: 1\n',
    ['3:12 unreadable: interactions[0].request must be a map, and is 1'],
  ],
  [
    'unreadable',
    '',
    ['1:1 unreadable: the file is empty. A cassette without interactions has "version: 2" and "interactions: []"'],
  ],
  [
    'wrong-chunks',
    write(build({ response: { chunks: [{ size: 16, time: 1 }] } })).replace('16@1', '15@1'),
    [
      '22:13 wrong-chunks: interactions[0].response.chunks add up to 15 bytes, and the body has 16: an editor, a hook or a merge ' +
        'has changed the body after it was recorded. Restore it, or remove "chunks" if the change is intended',
    ],
  ],
  [
    'leaked-credential in a body',
    write(build({ request: { body: encode(`{"text":"my key is ${KEY}"}`) } })),
    [
      '11:11 leaked-credential: this looks like a credential: an Anthropic key. Revoke it, and replace it: msw-cassette redact does so in known places',
    ],
  ],
  [
    'leaked-credential in a comment',
    `${write(build())}# ${KEY}\n`,
    [
      '28:1 leaked-credential: this looks like a credential: an Anthropic key. Revoke it, and replace it: msw-cassette redact does so in known places',
    ],
  ],
  [
    'unredacted',
    write(build({ request: { headers: [['Api-Key', 'abcdef'], ...JSON_TYPE] } })),
    ['13:7 unredacted: redaction replaces credentials in request.headers.Api-Key. Apply it with msw-cassette redact'],
  ],
  [
    'not-recorded',
    write(build()),
    ['4:3 not-recorded: no recorder of this library wrote this interaction: it has no digest. Record it'],
    { require: 'recorded' },
  ],
  [
    'not-recorded, because it was edited',
    write(signInteraction(build())).replace('hello', 'holla'),
    ['4:3 not-recorded: this interaction was edited after it was recorded. Record it again'],
    { require: 'recorded' },
  ],
  [
    'edited',
    write(signInteraction(build())).replace('hello', 'holla'),
    [
      '4:3 edited: this interaction was edited after it was recorded: its digest in "recorded_by" differs. Record it again, or ' +
        'remove "recorded_by" to declare it hand-written',
    ],
  ],
  [
    'broken-body',
    write(build({ response: { body: encode('{"text":"hel') } })),
    [
      '22:11 broken-body: the content type is JSON, and this is not: it ends early. Restore the body, or record it again',
    ],
  ],
  [
    'broken-body, in an event',
    write(stream(`${CHUNK}data: {"choices":[}\n\ndata: [DONE]\n\n`)),
    ['22:5 broken-body: event 2 of 3 begins as JSON, and is not JSON. Restore the body, or record it again'],
  ],
  [
    'unterminated-stream',
    write(stream(CHUNK)),
    [
      '22:5 unterminated-stream: this stream has no last event, so its client waits or fails. Record it again and read it to its ' +
        'end; a client that leaves early is recorded with "open_end"',
    ],
  ],
  [
    'stream-type-on-error',
    write(stream('{"error":"busy"}', { status: 500, statusText: '' })),
    [
      '25:14 stream-type-on-error: this 500 response is JSON, and its content type is text/event-stream. If the provider sends it ' +
        'so, a client that expects events must handle it',
    ],
  ],
  [
    'encoding-on-plain-body',
    write(build({ response: { headers: [['Content-Encoding', 'gzip'], ...JSON_TYPE] } })),
    ['24:7 encoding-on-plain-body: the header says gzip, and the body is stored plain. Remove the header'],
  ],
  [
    'unknown-key',
    write(build()).replace('    code: 200', '    codes: 200\n    code: 200'),
    ['27:5 unknown-key: the key "codes" is unknown, and nothing reads it. Did you mean code?'],
  ],
  [
    'duplicate-interaction',
    write(build(), build()),
    [
      '28:3 duplicate-interaction: this interaction repeats #0: the same request and the same response. If the code sends the ' +
        "request once, remove it. If it sends it often, one interaction is enough with { repeat: 'last' }",
    ],
  ],
  [
    'only-errors',
    write(build({ response: { status: 401, statusText: 'Unauthorized' } })),
    [
      '26:13 only-errors: the only answer of this cassette is 401. If the test is not about this error, correct the request or ' +
        'the credentials, and record again',
    ],
  ],
  [
    'expired',
    write(build({ recordedAt: new Date('2020-01-02T03:04:05Z') })),
    ['4:3 expired: this recording is of 2020-01-02, and --expires allows 30d. Record it again'],
    { expires: '30d' },
  ],
  [
    'volatile-request',
    write(build({ request: { body: encode('{"id":"3f2a6c1e-8d1b-4d55-9e0a-7b1f5c2d9e10"}') } })),
    [
      '11:19 volatile-request: this request contains a UUID, 3f2a6c1e-8d1b-4d55-9e0a-7b1f5c2d9e10. If it changes on every run, ' +
        "mask it: { match: { mask: ['uuid'] } }",
    ],
  ],
])('%s', async (_rule, text, expected, settings) => {
  expect(await lint(text, settings)).toEqual(expected)
})

test('unused', async () => {
  expect(await lint(write(build()), {}, '__cassettes__/gone.test.ts/a.yaml')).toEqual([
    '1:1 unused: no test uses this cassette: gone.test.ts was deleted. Remove it with msw-cassette prune',
  ])
})

test.each<[what: string, text: string, settings?: Partial<LintSettings>]>([
  [
    'an allowed text is no leak',
    write(build({ request: { body: encode(`"${KEY}"`) } })),
    { allowSecrets: [/^sk-ant-/] },
  ],
  ['a stream that its client left has an open end', write(stream(CHUNK, { openEnd: { after: 1 } }))],
  ['a stream with a reason to finish needs no [DONE]', write(stream(CHUNK.replace('}}', '},"finish_reason":"stop"}')))],
  ['a stream of another kind has no last event', write(stream('data: {"price":1}\n\ndata: {"price":2}\n\n'))],
  ['answers that differ are a sequence', write(build(), build({ response: { body: encode('{"text":"again"}') } }))],
  ['JSON lines are no broken JSON', write(build({ response: { body: encode('{"a":1}\n{"a":2}\n') } }))],
  [
    'an id of an earlier answer comes back in every replay',
    write(
      build({ response: { body: encode('{"id":"3f2a6c1e-8d1b-4d55-9e0a-7b1f5c2d9e10"}') } }),
      build({ request: { url: 'https://api.test/v1/files/3f2a6c1e-8d1b-4d55-9e0a-7b1f5c2d9e10' } }),
    ),
  ],
  [
    'a date long before the recording is a constant',
    write(build({ recordedAt: new Date('2026-11-23'), request: { body: encode('{"since":"2020-01-01"}') } })),
  ],
])('%s', async (_what, text, settings) => {
  expect(await lint(text, settings)).toEqual([])
})

test('JSON has positions too', async () => {
  const har = stringifyCassette(
    { interactions: [build(), build({ response: { body: encode('{') } })] },
    { format: 'har' },
  )
  expect((await lint(har, {}, 'a.har')).map((finding) => finding.split(': ', 1)[0])).toEqual([
    expect.stringMatching(/^\d\d:\d+ broken-body$/),
  ])
})

test('every rule has a name of its own, and a section in the documentation', () => {
  const names = rules.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const sections = [...readFileSync('docs/lint.md', 'utf8').matchAll(/^### (.+)$/gm)].map(([, title]) => title)
  expect(sections).toEqual(names)
})
