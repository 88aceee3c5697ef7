import { expect, test } from 'vitest'
import type { Interaction } from '../cassette.ts'
import type { Hook, Hooks } from '../options/hooks.ts'
import { createRedactor } from '../secret/redactor.ts'
import type { Capture } from './capture-exchange.ts'
import { toRecording } from './to-recording.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const CHUNKS = [
  { size: 1, time: 0 },
  { size: 1, time: 5 },
]

const capture = (): Capture => {
  const sent = new Headers({ authorization: 'Bearer tok-4f9a8b7c6d5e4f3a2b1c', accept: 'text/plain', 'x-tenant': 'a' })
  const received = new Headers({ 'content-type': 'text/plain', date: 'today', 'x-cost': '1' })
  const interaction: Interaction = {
    request: { method: 'POST', url: 'https://api.test/v1', headers: [...sent], body: encode('hi') },
    response: { status: 200, statusText: 'OK', headers: [...received], body: encode('ok'), chunks: CHUNKS },
    recordedAt: new Date(0),
  }
  return { interaction, sent, received }
}

const convert = (more: Partial<Parameters<typeof toRecording>[1]> = {}): Interaction | undefined =>
  toRecording(capture(), {
    redactor: createRedactor(),
    hooks: undefined,
    recordHeaders: [],
    matchedHeaders: [],
    ...more,
  })

const saved: Interaction = {
  request: {
    method: 'POST',
    url: 'https://api.test/v1',
    headers: [['Accept', 'text/plain']],
    body: encode('hi'),
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: [['Content-Type', 'text/plain']],
    body: encode('ok'),
    chunks: CHUNKS,
  },
  recordedAt: new Date(0),
}

test('a recording keeps few headers of an exchange, and everything else', () => {
  expect(convert()).toEqual(saved)
})

test('recorded headers are kept on both sides, compared ones in the request, and credentials in them are replaced', () => {
  const { request, response } = convert({
    recordHeaders: ['X-Cost', 'Authorization'],
    matchedHeaders: ['x-tenant', 'x-cost'],
  }) as Interaction
  expect({ request: request.headers, response: response.headers }).toEqual({
    request: [
      ['Accept', 'text/plain'],
      ['Authorization', 'REDACTED'],
      ['X-Tenant', 'a'],
    ],
    response: [
      ['Content-Type', 'text/plain'],
      ['X-Cost', '1'],
    ],
  })
})

test('the first hook gets the whole exchange, and the second one what is saved of it', () => {
  const seen: Interaction[] = []
  const see = ({ interaction }: { interaction: Interaction }): void => void seen.push(interaction)
  expect(convert({ hooks: { afterCapture: see, beforeSave: see } })).toEqual(saved)
  expect(seen).toEqual([capture().interaction, saved])
})

test('the hooks change what is saved, and the headers of a changed exchange are selected too', () => {
  const afterCapture: Hooks['afterCapture'] = ({ interaction }) => ({
    ...interaction,
    request: { ...interaction.request, method: 'PUT', headers: [['x-added', '1']] },
  })
  const beforeSave: Hooks['beforeSave'] = ({ interaction }) => ({
    ...interaction,
    request: { ...interaction.request, url: `${interaction.request.url}?saved` },
  })
  expect(convert({ hooks: { afterCapture, beforeSave } })).toEqual({
    ...saved,
    request: { ...saved.request, method: 'PUT', url: 'https://api.test/v1?saved', headers: [] },
  })
})

test('either hook drops an exchange, and after the first one the second does not run', () => {
  const calls: string[] = []
  const drop =
    (name: string): Hook =>
    () => {
      calls.push(name)
      return null
    }
  expect([
    convert({ hooks: { afterCapture: drop('afterCapture'), beforeSave: drop('beforeSave') } }),
    convert({ hooks: { beforeSave: drop('beforeSave') } }),
    calls,
  ]).toEqual([undefined, undefined, ['afterCapture', 'beforeSave']])
})

test('the chunks of a body that a hook has changed are dropped', () => {
  const replace = (text: string): Interaction['response'] | undefined =>
    convert({
      hooks: {
        beforeSave: ({ interaction }) => ({
          ...interaction,
          response: { ...interaction.response, body: encode(text) },
        }),
      },
    })?.response
  const { chunks: _, ...unchunked } = saved.response
  expect([replace('longer'), replace('as')]).toEqual([
    { ...unchunked, body: encode('longer') },
    { ...saved.response, body: encode('as') },
  ])
})

test('an exchange whose samples failed is not a recording: no hook runs, and the failure is thrown', () => {
  const hooks: Hooks = {
    afterCapture() {
      throw new Error('The hook ran.')
    },
  }
  expect(() =>
    toRecording(
      { ...capture(), failure: 'sample 1 of 2 failed' },
      { redactor: createRedactor(), hooks, recordHeaders: [], matchedHeaders: [] },
    ),
  ).toThrow(new Error('sample 1 of 2 failed'))
})

test('a sample keeps its number, even if a hook removes or changes it', () => {
  const convertSample = (sample: number | undefined, hooks: Hooks | undefined): Interaction | undefined => {
    const { interaction, ...rest } = capture()
    const sampled = { ...interaction, ...(sample === undefined ? {} : { sample }) }
    return toRecording(
      { ...rest, interaction: sampled },
      { redactor: createRedactor(), hooks, recordHeaders: [], matchedHeaders: [] },
    )
  }
  const remove: Hook = ({ interaction: { sample: _, ...rest } }) => rest
  const change: Hook = ({ interaction }) => ({ ...interaction, sample: 7 })
  expect([
    convertSample(2, undefined),
    convertSample(2, { afterCapture: remove }),
    convertSample(2, { beforeSave: remove }),
    convertSample(2, { beforeSave: change }),
    convertSample(undefined, undefined),
  ]).toStrictEqual([...Array.from({ length: 4 }, () => ({ ...saved, sample: 2 })), saved])
})
