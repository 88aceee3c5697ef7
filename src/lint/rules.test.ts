import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildFrames } from '../../test/build-frames.ts'
import { build, CHUNK, encode, JSON_TYPE, KEY, lint, stream, write } from '../../test/lint-text.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { signInteraction } from '../provenance/provenance.ts'
import type { LintSettings } from './lint-rule.ts'
import { rules } from './rules.ts'

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
    'duplicate-interaction, of a WebSocket',
    write(...buildFrames({ frames: ['> a', '< b'] }, { frames: ['> a', '< b'] }).interactions),
    [expect.stringContaining('duplicate-interaction: this interaction repeats #0')],
  ],
  [
    'only-errors, of several kinds',
    write(
      build({ response: { status: 429 } }),
      build({ request: { url: 'https://api.test/b' }, response: { status: 401 } }),
    ),
    [expect.stringContaining('only-errors: the only answer of this cassette is 401, 429.')],
  ],
  [
    'unknown-key, at every level',
    write(build({ response: { chunks: [{ size: 16, time: 1 }] } }))
      .replace('version: 2', 'version: 2\nauthor: me')
      .replace('    method: POST', '    method: POST\n    bodyy: x'),
    [
      '1:1 unknown-key: the key "author" is unknown, and nothing reads it.',
      expect.stringMatching(
        /^\d+:5 unknown-key: the key "bodyy" is unknown, and nothing reads it\. Did you mean body\?$/,
      ),
    ],
  ],
  [
    'unknown-key, of a frame',
    write(...buildFrames({ frames: ['> a'] }).interactions).replace("text: 'a'", "text: 'a', txt: 'b'"),
    [expect.stringMatching(/unknown-key: the key "txt" is unknown, and nothing reads it\. Did you mean text\?$/)],
  ],
  [
    'volatile-request, each mask once and with the time of the recording',
    write(
      build({
        recordedAt: new Date('2026-11-23T10:00:00Z'),
        request: {
          url: 'https://api.test/v1?day=2026-11-23',
          body: encode('{"at":"2026-11-23T09:59:00Z","t":1795427940,"again":1795427941}'),
        },
      }),
    ),
    [
      expect.stringContaining(
        "the time of the recording, 1795427940. If it changes on every run, mask it: { match: { mask: ['unix-time'] } }",
      ),
      expect.stringContaining(
        "the date of the recording, 2026-11-23. If it changes on every run, mask it: { match: { mask: ['iso-date'] } }",
      ),
    ],
  ],
  [
    'broken-body, that can not be decompressed',
    write(
      build({
        response: { headers: [['Content-Encoding', 'gzip'], ...JSON_TYPE], body: Uint8Array.of(0x1f, 0x8b, 8, 0, 1) },
      }),
    ),
    [expect.stringMatching(/broken-body: this body can not be decompressed: .+\. Record it again$/)],
  ],
  [
    'broken-body, in a request',
    write(build({ request: { body: encode('{"a":1,}') } })),
    [
      expect.stringContaining(
        'broken-body: the content type is JSON, and this is not: it has a syntax error at character 7.',
      ),
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
