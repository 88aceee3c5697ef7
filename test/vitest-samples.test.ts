import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'
import { startServer } from './start-server.ts'

const CASSETTES = 'src/__cassettes__/x.test.ts'

/** A test file whose function `ask` sends a request to the upstream server. */
const toTestFile = (origin: string, tests: string): string => `
import { test } from 'msw-cassette/vitest'
import { expect } from 'vitest'
const ask = async (path) => (await fetch('${origin}' + path)).text()
const meta = { cassette: true }
${tests}`

const TESTS = `
test.samples('follows each answer', { meta, samples: 3 }, async ({ sample, cassette }) => {
  const first = await ask('/turns')
  expect(await ask('/next/' + first)).toBe('after ' + first)
  expect([sample, cassette.played.length]).toEqual([Number(first), 2])
})
test.samples('allows one failure', { meta, samples: 5, atLeast: 4 }, async () => {
  expect(await ask('/some')).not.toBe('3')
})
test.samples('fails twice', { meta, samples: 3 }, async () => {
  expect(await ask('/few')).toBe('1')
})
test.samples('is broken', { meta, samples: 2 }, async () => {
  await ask('/broken')
  throw new TypeError('is not a function')
})
test.samples('is limited', { meta, samples: 2 }, async () => {
  expect(await ask('/limited')).not.toBe('busy')
})
test.samples('has faults', { meta: { cassette: { samples: 2, faults: [{ at: 0, status: 500 }] } } }, () => {})
test.samples('has no number', { meta }, () => {})
test.samples('wants too much', { meta, samples: 2, atLeast: 3 }, () => {})
test.samples('skips itself', { meta: { cassette: { samples: 2 } } }, async ({ skip }) => skip())
test('plays the first sample', { meta: { cassette: 'allows one failure' } }, async () => {
  expect(await ask('/some')).toBe('0')
})
`

test('test.samples runs a test once for each sample: it records each, plays them offline, and reports how many passed', async () => {
  const counts = new Map<string, number>()
  const upstream = await startServer((request, response) => {
    const path = request.url ?? ''
    const count = counts.get(path) ?? 0
    counts.set(path, count + 1)
    if (path === '/limited' && count === 1) return void response.writeHead(429).end('busy')
    response.end(path.startsWith('/next/') ? path.replace('/next/', 'after ') : String(count))
  })
  const config = `plugins: [cassettes({ hosts: ['${upstream.host}'], report: 'report.json' })]`
  const folder = makeVitestProject({ 'x.test.ts': '' }, {}, config)
  const file = join(folder, 'src/x.test.ts')
  writeFileSync(file, toTestFile(upstream.origin, TESTS))
  const recorded = await runVitest(folder)
  const results = [
    `samples of ${CASSETTES}/follows-each-answer.yaml: 3 of 3 passed`,
    `samples of ${CASSETTES}/allows-one-failure.yaml: 4 of 5 passed\n               sample 3: AssertionError: expected '3' not to be '3'`,
    `samples of ${CASSETTES}/fails-twice.yaml: 1 of 3 passed`,
  ]
  for (const text of [
    '6 failed | 3 passed | 1 skipped',
    `The faults of ${CASSETTES}/has-faults.yaml have "at", which names one interaction, and each sample has its own.`,
    'test.samples needs the number of samples: test.samples(name, { samples: 5 }, …).',
    'The option "atLeast" is 3, and there are only 2 samples.',
    `Records 5 samples into ${CASSETTES}/allows-one-failure.yaml: the test runs 5 times. The number of calls and their cost are unknown`,
    `CassetteSamplesError: 1 of 3 passed, and all have to: the samples of ${CASSETTES}/fails-twice.yaml`,
    `CassetteSamplesError: 0 of 2 passed, and all have to: the samples of ${CASSETTES}/is-broken.yaml`,
    `CassetteSamplesError: Failed to record sample 1 of 2 into ${CASSETTES}/is-limited.yaml: the last answer has the status 429.`,
    ...results,
  ])
    expect(recorded.output).toContain(text)
  expect(upstream.requests).toBe(6 + 5 + 3 + 2 + 2)
  expect(['is-broken', 'is-limited'].map((name) => existsSync(join(folder, CASSETTES, `${name}.yaml`)))).toEqual([
    false,
    false,
  ])
  await upstream.close()

  const replayed = await runVitest(folder, ['-t', 'follows|allows|twice|first'])
  for (const text of ['1 failed | 3 passed', ...results]) expect(replayed.output).toContain(text)
  expect(replayed.output).not.toContain('never requested')
  const { cassettes } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  expect(cassettes).toContainEqual({
    file: `${CASSETTES}/allows-one-failure.yaml`,
    state: 'replayed',
    recorded: 0,
    saved: expect.objectContaining({ calls: 6 }),
    samples: [{ passed: 4, total: 5, failures: [expect.stringContaining('sample 3: AssertionError')] }],
  })
}, 60_000)

test('test.samples refuses a cassette that lacks samples, and records them with mode new-episodes', async () => {
  let requests = 0
  await using upstream = await startServer((request, response) => {
    response.end(request.url === '/a' ? String(requests++) : request.url)
  })
  const folder = makeVitestProject({ 'x.test.ts': '' }, {}, `plugins: [cassettes({ hosts: ['${upstream.host}'] })]`)
  const write = (tests: string): void =>
    writeFileSync(join(folder, 'src/x.test.ts'), toTestFile(upstream.origin, tests))
  const body = "async () => { expect(await ask('/' + (await ask('/a')))).toMatch(/./) }"
  // The session itself takes the samples: the second request follows the first answer only.
  write(`test('a', { meta: { cassette: { samples: 2 } } }, ${body})`)
  expect(await runVitest(folder)).toMatchObject({ exitCode: 0 })
  const file = `${CASSETTES}/a.yaml`
  const samples = (): unknown[] =>
    parseCassette(readFileSync(join(folder, file))).interactions.map(({ request, sample = 0 }) => [
      new URL(request.url).pathname,
      sample,
    ])
  const before = [
    ['/a', 0],
    ['/a', 1],
    ['/0', 0],
    ['/0', 1],
  ]
  expect(samples()).toEqual(before)

  write(`test.samples('a', { meta, samples: 3 }, ${body})`)
  expect(await runVitest(folder)).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining(
      `The option "samples" is 3, and ${file} has 2. Record the others with MSW_CASSETTE_MODE=new-episodes, or set samples: 2.`,
    ),
  })
  write(`test.samples('a', { meta, samples: 2 }, ${body})`)
  const incomplete = await runVitest(folder)
  for (const text of [
    `CassetteSamplesError: Sample 1 of 2 of ${file} has no recording of a request. An answer decides which request comes next`,
    `GET ${upstream.origin}/1`,
  ])
    expect(incomplete.output).toContain(text)
  expect(samples()).toEqual(before)

  write(`test.samples('a', { meta, samples: 3 }, ${body})`)
  const added = await runVitest(folder, [], { MSW_CASSETTE_MODE: 'new-episodes' })
  expect(added.output).toContain(`samples of ${file}: 3 of 3 passed`)
  expect(samples()).toEqual([...before, ['/1', 1], ['/a', 2], ['/2', 2]])
}, 60_000)
