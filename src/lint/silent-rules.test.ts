import { expect, test } from 'vitest'
import { buildFrames } from '../../test/build-frames.ts'
import { build, CHUNK, encode, JSON_TYPE, KEY, lint, stream, write } from '../../test/lint-text.ts'
import { signInteraction } from '../provenance/provenance.ts'
import type { LintSettings } from './lint-rule.ts'

test('a sound cassette has no findings', async () => {
  expect(await lint(write(build()))).toEqual([])
  expect(await lint(write(signInteraction(build())), { require: 'recorded' })).toEqual([])
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
  ['samples of one request can be equal', write(build(), { ...build(), sample: 1 })],
  [
    'redirects to several places are a sequence',
    write(
      ...['/a', '/b'].map((to) => build({ response: { status: 302, headers: [['Location', to]], body: encode('') } })),
    ),
  ],
  [
    'a HEAD has no body to decompress',
    write(
      build({
        request: { method: 'HEAD' },
        response: { headers: [['Content-Encoding', 'gzip'], ...JSON_TYPE], body: encode('') },
      }),
    ),
  ],
  [
    'a request that is not JSON by its type can be anything',
    write(build({ request: { headers: [], body: encode('{"a"') } })),
  ],
  [
    'the body of an error can be that of a proxy',
    write(build(), build({ response: { status: 502, body: encode('<html>') } })),
  ],
  ['a recording without a date can not expire', write(build()), { expires: '1d' }],
  ['a server error between answers is no wrong key', write(build({ response: { status: 500 } }))],
  [
    'a success beside an error is an answer',
    write(build({ response: { status: 404 } }), build({ request: { url: 'https://api.test/b' } })),
  ],
  [
    'a WebSocket that answers differently is a sequence',
    write(
      ...buildFrames({ frames: ['> a', '< b'] }, { frames: ['> a', '< c'] }, { frames: ['> a', '< b', '< b'] })
        .interactions,
    ),
  ],
  [
    'an id in lower and upper case is base64',
    write(build({ request: { body: encode('{"data":"01ARZ3NDEKtsv4RRFFQ69G5FAV"}') } })),
  ],
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
