import { afterEach, expect, test, vi } from 'vitest'
import { environment, hasEnvironment, isCi, isPage } from './environment.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test.each([
  [undefined, false],
  ['', false],
  ['0', false],
  ['false', false],
  ['1', true],
  ['true', true],
  ['yes', true],
  ['woodpecker', true],
  ['False', true],
])('with CI=%s, whether this is a continuous integration run is %s', (value, expected) => {
  vi.stubEnv('CI', value)
  expect(isCi()).toBe(expected)
})

test('the variables are read when they are needed, because a test can set them late', () => {
  vi.stubEnv('MSW_CASSETTE_MODE', 'record')
  expect(environment().MSW_CASSETTE_MODE).toBe('record')
  vi.stubEnv('MSW_CASSETTE_MODE', undefined)
  expect(environment().MSW_CASSETTE_MODE).toBeUndefined()
})

const forbidden = new Proxy(
  {},
  {
    get() {
      throw new Error('Requires env access to "CI"')
    },
  },
)
const versions = { node: '24.0.0' }

/** Each platform by the globals that tell it apart. */
const platforms = {
  Node: { process: { versions, env: { CI: '1' } } },
  'Node with jsdom': { process: { versions, env: { CI: '1' } }, document: {} },
  'Deno without the permission to read variables': { process: { versions, env: forbidden } },
  'a page': { process: undefined, document: {} },
  'a page whose bundler defines a process': { process: { env: { CI: '1' } }, document: {} },
  workerd: { process: undefined },
  'a runtime without variables': { process: { versions } },
}

test('each platform is told apart, and none of them fails', () => {
  const results = Object.entries(platforms).map(([name, globals]) => {
    vi.unstubAllGlobals()
    for (const [key, value] of Object.entries(globals)) vi.stubGlobal(key, value)
    const result = { page: isPage(), variables: hasEnvironment(), ci: isCi(), environment: environment() }
    vi.unstubAllGlobals()
    return [name, result]
  })
  expect(Object.fromEntries(results)).toEqual({
    Node: { page: false, variables: true, ci: true, environment: { CI: '1' } },
    'Node with jsdom': { page: false, variables: true, ci: true, environment: { CI: '1' } },
    'Deno without the permission to read variables': { page: false, variables: false, ci: false, environment: {} },
    'a page': { page: true, variables: false, ci: false, environment: {} },
    'a page whose bundler defines a process': { page: true, variables: false, ci: true, environment: { CI: '1' } },
    workerd: { page: false, variables: false, ci: false, environment: {} },
    'a runtime without variables': { page: false, variables: false, ci: false, environment: {} },
  })
})
