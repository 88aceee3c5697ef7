import { afterEach, expect, test, vi } from 'vitest'
import { adviseOn } from '../diagnostics/advice.ts'
import { describeStyle } from '../format/go-vcr-2/describe-style.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { applyExpiry } from '../session/expiry.ts'
import { loadCassette } from '../session/load-cassette.ts'
import { modeSetting, resolveMode } from './mode.ts'

const { process } = globalThis

/** Runs code with another `process`, which must not wait for anything: the test runner needs the real one. */
function withProcess<T>(replacement: unknown, fn: () => T): T {
  Reflect.set(globalThis, 'process', replacement)
  try {
    return fn()
  } finally {
    Reflect.set(globalThis, 'process', process)
  }
}

const forbidden = new Proxy(
  {},
  {
    get() {
      throw new Error('Requires env access')
    },
  },
)

/** The `process` of a machine without environment variables that a user could set. */
const unset = {
  'a page': undefined,
  'a page whose bundler adds a process': { env: { NODE_ENV: 'test' }, versions: {} },
  'a worker without variables': { versions: { node: '22.0.0' } },
  'Deno without a permission': { env: forbidden, versions: { node: '22.0.0' } },
}

afterEach(() => vi.unstubAllEnvs())

test.each(Object.entries(unset))('in %s, the default mode is replay, and messages name the option', (_, without) => {
  expect(withProcess(without, () => [resolveMode(undefined), resolveMode('once'), modeSetting('record')])).toEqual([
    'replay',
    'once',
    "{ mode: 'record' }",
  ])
})

test('with environment variables, the default mode is once outside of CI, and messages name the variable', () => {
  for (const name of ['CI', 'MSW_CASSETTE_MODE']) vi.stubEnv(name, undefined)
  expect([resolveMode(undefined), modeSetting('record')]).toEqual(['once', 'MSW_CASSETTE_MODE=record'])
})

test('a variable that a build sets for a page has an effect', () => {
  const built = { env: { MSW_CASSETTE_MODE: 'new-episodes' }, versions: {} }
  expect(withProcess(built, () => resolveMode(undefined))).toBe('new-episodes')
})

test('without environment variables, no message names one', () => {
  const request = { method: 'GET', url: 'https://a.test/', headers: [], body: new Uint8Array() }
  const recorded = { request, response: { status: 200, statusText: '', headers: [], body: new Uint8Array() } }
  const interaction = { ...recorded, recordedAt: new Date(0) }
  const cassette = { format: 'go-vcr-2', interactions: [interaction] }
  const nearest = {
    from: { cassette, matcher: createRequestMatcher() },
    interaction,
    index: 0,
    results: [{ matcher: 'method', differences: [] }],
  }
  const message = (fn: () => unknown): unknown => {
    try {
      return fn()
    } catch (error) {
      return String(error)
    }
  }
  const messages = withProcess({ ...process, cwd: () => process.cwd(), env: forbidden }, () =>
    [
      adviseOn(request, 'never-recorded', undefined),
      adviseOn(request, 'never-recorded', nearest),
      describeStyle('a.yaml'),
      message(() => applyExpiry(cassette, 'replay', { expires: '1d', onExpired: 'error' })),
      message(() => loadCassette('missing.yaml', 'replay', 'throw')),
    ].flat(),
  )
  expect(messages).toHaveLength(5)
  for (const each of messages) {
    expect(each).toMatch(/\{ mode: '[a-z-]+' \}/)
    expect(each).not.toContain('MSW_CASSETTE_MODE')
  }
})
