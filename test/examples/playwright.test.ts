import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

const playwright = ['modules:@playwright/test/cli.js', 'test', '--reporter=line']

test('Playwright: the fixture answers the requests of the test process', async () => {
  const { exitCode, output } = await runNode(installExample('playwright'), playwright)
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 passed') })
}, 60_000)

test('Playwright: in CI, a missing cassette fails the test', async () => {
  const folder = installExample('playwright')
  rmSync(join(folder, '__cassettes__'), { recursive: true })
  const { exitCode, output } = await runNode(folder, playwright, { CI: 'true' })
  expect(exitCode).toBe(1)
  expect(output).toMatch(
    /Failed to open the cassette .*says-how-warm-it-is\.yaml: there is no such file \(mode: replay/,
  )
}, 60_000)

test('Playwright: the options of the configuration and of test.use are merged', async () => {
  const folder = installExample('playwright')
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  write('playwright.config.js', "export default { use: { cassetteOptions: { recordHeaders: ['x-config'] } } }")
  write(
    'weather.spec.js',
    `import { cassetteDefaults } from 'msw-cassette'
    import { expect, test } from 'msw-cassette/playwright'
    cassetteDefaults({ recordHeaders: ['x-setup'], onUnplayed: 'ignore' })
    test.use({ cassetteOptions: { recordHeaders: ['x-use'] } })
    test('says how warm it is', async ({ cassette }) => {
      expect(cassette.options.recordHeaders).toEqual(['x-setup', 'x-config', 'x-use'])
    })`,
  )
  const { exitCode, output } = await runNode(folder, playwright)
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 passed') })
}, 60_000)

test('Playwright: a request to the host of a cassette that is sent after its test is refused', async () => {
  const folder = installExample('playwright')
  writeFileSync(
    join(folder, 'late.spec.js'),
    `import { expect, test } from 'msw-cassette/playwright'
    import { getWeather } from './get-weather.js'
    test.use({ cassetteName: '__cassettes__/weather.spec.js/says-how-warm-it-is.yaml' })
    test('has a cassette', async ({ cassette }) => { await getWeather('Lisbon') })
    test('has none', async () => {
      const response = await fetch('https://api.openai.com/v1/models')
      expect(await response.text()).toContain('requests don’t reach the network'.replace('’', "'"))
    })`,
  )
  const { exitCode, output } = await runNode(folder, [...playwright, 'late'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('2 passed') })
}, 60_000)

test('Playwright: unplayed interactions of a named cassette are judged over all tests, and -u removes them', async () => {
  const folder = installExample('playwright')
  const cassette = join(folder, '__cassettes__/weather.spec.js/shared.yaml')
  const question = (city: string) =>
    JSON.stringify({ model: 'gpt-5-mini', messages: [{ role: 'user', content: city }] })
  const url = 'https://api.openai.com/v1/chat/completions'
  const type = 'application/json'
  const exchanges = ['Lisbon', 'Porto', 'Faro'].map((city) => ({
    method: 'POST',
    url,
    type,
    request: question(city),
    response: '{"choices":[]}',
  }))
  writeFileSync(cassette, stringifyCassette(buildCassette(...exchanges)))
  rmSync(join(folder, '__cassettes__/weather.spec.js/says-how-warm-it-is.yaml'))
  writeFileSync(
    join(folder, 'weather.spec.js'),
    `import { openCassette, withCassette } from 'msw-cassette'
    import { test } from 'msw-cassette/playwright'
    const ask = (content) => fetch('${url}', {
      method: 'POST',
      headers: { 'content-type': '${type}' },
      body: JSON.stringify({ model: 'gpt-5-mini', messages: [{ role: 'user', content }] }),
    })
    test.describe('with the fixture', () => {
      test.use({ cassetteName: 'shared' })
      test('asks', async ({ cassette }) => { await ask('Lisbon') })
    })
    test('with withCassette', withCassette('shared', async () => { await ask('Porto') }))
    test('opens a cassette', () => {
      openCassette('__cassettes__/weather.spec.js/opened.yaml', { mode: 'replay' })
    })`,
  )
  writeFileSync(join(folder, '__cassettes__/weather.spec.js/opened.yaml'), stringifyCassette(buildCassette()))
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runNode(folder, [...playwright.slice(0, 2), '--reporter=line,msw-cassette/playwright/reporter', ...args], env)
  expect(await run([], { CI: 'true' })).toEqual({
    exitCode: 1,
    output: expect.stringMatching(/3 passed[\s\S]*shared\.yaml/),
  })
  expect(await run(['-u'])).toEqual({ exitCode: 0, output: expect.stringContaining('shared.yaml') })
  expect(parseCassette(readFileSync(cassette, 'utf8')).interactions).toHaveLength(2)
  expect(await run([], { CI: 'true' })).toMatchObject({ exitCode: 0 })
}, 60_000)
