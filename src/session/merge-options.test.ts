import { expect, test } from 'vitest'
import type { Interaction } from '../cassette.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { mergeOptions } from './merge-options.ts'

const interaction: Interaction = {
  request: { method: 'GET', url: 'https://a.test/', headers: [], body: new Uint8Array() },
  response: { status: 200, statusText: 'OK', headers: [], body: new Uint8Array() },
}
const rename =
  (text: string) =>
  ({ interaction: { request, ...rest } }: { interaction: Interaction }): Interaction => ({
    ...rest,
    request: { ...request, url: request.url + text },
  })

test('lists are concatenated, in every group of options', () => {
  expect(
    mergeOptions(
      {
        hosts: ['a.test'],
        recordHeaders: ['x-a'],
        allowSecrets: [/a/],
        redact: { headers: ['x-a'], query: ['a'], json: ['$.a'], patterns: [/a/] },
        match: { headers: ['x-a'], ignoreBody: ['$.a'], ignoreQuery: ['a'] },
      },
      {},
      {
        hosts: ['b.test'],
        recordHeaders: ['x-a', 'x-b'],
        allowSecrets: [/b/],
        redact: { headers: ['x-b'], query: ['b'], json: ['$.b'], patterns: [/b/] },
        match: { headers: ['x-b'], ignoreBody: ['$.b'], ignoreQuery: ['b'] },
      },
    ),
  ).toEqual({
    hosts: ['a.test', 'b.test'],
    recordHeaders: ['x-a', 'x-b'],
    allowSecrets: [/a/, /b/],
    redact: { headers: ['x-a', 'x-b'], query: ['a', 'b'], json: ['$.a', '$.b'], patterns: [/a/, /b/] },
    match: { headers: ['x-a', 'x-b'], ignoreBody: ['$.a', '$.b'], ignoreQuery: ['a', 'b'] },
  })
})

test('of all other values the most specific one applies, and an absent one changes nothing', () => {
  const merged = mergeOptions(
    {
      mode: 'once',
      repeat: 'all',
      onUnplayed: 'warn',
      timing: { firstByte: 1 },
      match: { body: 'text', matchers: [] },
    },
    { mode: 'replay', timing: { bytesPerSecond: 2 }, match: { body: 'bytes' } },
    { repeat: undefined as never, match: undefined as never },
  )
  expect(merged).toEqual({
    mode: 'replay',
    repeat: 'all',
    onUnplayed: 'warn',
    timing: { bytesPerSecond: 2 },
    match: { body: 'bytes', matchers: [] },
  })
})

test("ignoreQuery: 'all' includes every list", () => {
  const all = { match: { ignoreQuery: 'all' as const } }
  const some = { match: { ignoreQuery: ['a'] } }
  expect([mergeOptions(all, some), mergeOptions(some, all)]).toEqual([all, all])
})

test('every function that changes a compared request runs, the most general one first', () => {
  const match = (text: string) => ({
    url: (url: URL) => new URL(`${url.href}/${text}-url`),
    normalize({ request }: { request: { url: URL } }) {
      request.url.pathname += `/${text}`
    },
  })
  const matcher = createRequestMatcher(mergeOptions({ match: match('a') }, { match: match('b') }).match)
  const { request } = interaction
  expect(matcher.toComparable({ ...request, url: 'https://a.test/x' })?.url.pathname).toBe('/x/a-url/b-url/a/b')
})

test('every hook and every transform runs, the most general one first', () => {
  const layer = (text: string) => ({
    hooks: { afterCapture: rename(text), beforeSave: rename(text), beforeReplay: rename(text) },
    redact: { transform: rename(text) },
  })
  const { hooks, redact } = mergeOptions(layer('a'), { hooks: { beforeSave: () => {} } }, layer('b'))
  const functions = [hooks?.afterCapture, hooks?.beforeSave, hooks?.beforeReplay, redact?.transform]
  const results = functions.map((each) => each?.({ interaction }))
  expect(results).toEqual(Array(4).fill(rename('ab')({ interaction })))
})

test('a hook that drops an interaction ends the chain, and a hook that returns nothing keeps it', () => {
  const drop = { hooks: { beforeSave: () => null } }
  const fail = {
    hooks: {
      beforeSave() {
        throw new Error('called')
      },
    },
  }
  const { hooks } = mergeOptions(drop, fail)
  expect(hooks?.beforeSave?.({ interaction })).toBe(null)
  const kept = mergeOptions({ hooks: { beforeSave: rename('a') } }, { hooks: { beforeSave: () => {} } })
  expect(kept.hooks?.beforeSave?.({ interaction })).toEqual(rename('a')({ interaction }))
})

test('a hook of the first layer that returns something else is reported, not passed on', () => {
  const { hooks, redact } = mergeOptions(
    { hooks: { beforeSave: (() => 1) as never }, redact: { transform: (() => 1) as never } },
    { hooks: { beforeSave: () => {} }, redact: { transform: ({ interaction: given }) => given } },
  )
  expect(() => hooks?.beforeSave?.({ interaction })).toThrow(/"hooks.beforeSave" returned the value 1/)
  expect(() => redact?.transform?.({ interaction })).toThrow(/"redact.transform" returned the value 1/)
})

test('every onClose runs, even if the first one throws', () => {
  const calls: string[] = []
  const onClose = (name: string) => () => {
    calls.push(name)
    throw new Error(name)
  }
  const { hooks } = mergeOptions({ hooks: { onClose: onClose('a') } }, { hooks: { onClose: onClose('b') } })
  expect(() => hooks?.onClose?.({ played: [], recorded: [] })).toThrow('b')
  expect(calls).toEqual(['a', 'b'])
})

test('a request passes through if any layer selects it', () => {
  const select = (host: string) => ({ passthrough: ({ url }: { url: string }) => new URL(url).host === host })
  const { passthrough } = mergeOptions(select('a.test'), select('b.test'))
  const results = ['a', 'b', 'c'].map((name) =>
    passthrough?.({ method: 'GET', url: `https://${name}.test/`, headers: [] }),
  )
  expect(results).toEqual([true, true, false])
  const wrong = mergeOptions({ passthrough: (() => undefined) as never }, select('a.test'))
  expect(wrong.passthrough?.({ method: 'GET', url: 'https://a.test/', headers: [] })).toBe(undefined)
})

test('an invalid option of any layer is refused before it is merged', () => {
  expect(() => mergeOptions({ redact: { patterns: /a/ as never } }, {})).toThrow(/"redact.patterns"/)
  expect(() => mergeOptions({}, { recordHeaders: 'x-a' as never })).toThrow(/"recordHeaders"/)
})
