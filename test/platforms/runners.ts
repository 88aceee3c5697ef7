import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type PlatformOutcome, runPlatform, writeProject } from './platform-run.ts'
import { BUN, CLOUDFLARE, DENO } from './projects.ts'

/** A server whose requests are counted. */
export interface CountedServer {
  readonly origin: string
  readonly requests: number
}

/** The result of a platform: what differs from the expectation; empty if nothing does. */
export type Differences = string[]

/**
 * Records with a runner, replays as in CI, and expects one test to fail with a mismatch.
 *
 * @param folder the project, in which MSW 2 and the runner are installed
 */
export async function checkBun(folder: string, api: CountedServer): Promise<Differences> {
  writeProject(folder, BUN)
  return await checkRunner(
    { folder, api, command: [join(folder, 'node_modules/.bin/bun'), 'test', 'bun/'] },
    {
      files: ['bun/msw.yaml', 'bun/fetch.yaml'],
      // A test without a name has no cassette here, in both runs.
      recording: [/The runner does not provide the name of the test|name/],
    },
  )
}

/** Like `checkBun`, for Deno, which passes the names of tests. */
export async function checkDeno(folder: string, api: CountedServer): Promise<Differences> {
  writeProject(folder, DENO)
  const command = [join(folder, 'node_modules/.bin/deno'), 'test', '-A', '--no-check', 'deno/']
  return await checkRunner(
    { folder, api, command },
    {
      files: ['msw_test.ts/says-hi', 'msw_test.ts/outer-inner', 'fetch_test.ts/fetch'].map(
        (name) => `deno/__cassettes__/${name}.yaml`,
      ),
      recording: [],
    },
  )
}

/** With MSW 3, which intercepts nothing in these runtimes, each test fails before its first request. */
export async function checkMsw3(folder: string, runner: 'bun' | 'deno', api: CountedServer): Promise<Differences> {
  writeProject(folder, { ...BUN, ...DENO })
  const args = { bun: ['test', 'bun/msw'], deno: ['test', '-A', '--no-check', 'deno/msw_test.ts'] }
  const before = api.requests
  const command = [join(folder, '..', 'msw-2/node_modules/.bin', runner), ...args[runner]]
  const outcome = await runPlatform({ folder, command, env: { ORIGIN: api.origin } })
  return [
    ...expectExit(outcome, 1),
    ...expectOutput(outcome, [
      /MSW 3 intercepts nothing in (?:Bun|Deno), so requests would reach the network\. Install msw@2/,
    ]),
    ...expectRequests(api.requests - before, 0),
  ]
}

/** Replays an imported cassette in workerd, and expects a test that requests one to fail with the way to do that. */
export async function checkCloudflare(folder: string, cassette: string): Promise<Differences> {
  writeProject(folder, { ...CLOUDFLARE, 'cloudflare/stream.yaml': cassette })
  const command = [process.execPath, join(folder, 'node_modules/vitest/vitest.mjs'), 'run', '--root', 'cloudflare']
  const outcome = await runPlatform({ folder, command })
  return [
    ...expectExit(outcome, 1),
    ...expectOutput(outcome, [/1 failed \| 1 passed/, /✓ replays/, /Import the cassette instead: import tape from/]),
  ]
}

interface Runner {
  readonly folder: string
  readonly api: CountedServer
  readonly command: readonly string[]
}

async function checkRunner(
  { folder, api, command }: Runner,
  { files, recording }: { files: readonly string[]; recording: readonly RegExp[] },
): Promise<Differences> {
  const env = { ORIGIN: api.origin }
  const recorded = await runPlatform({ folder, command, env })
  const before = api.requests
  const replayed = await runPlatform({ folder, command, env: { ...env, CI: 'true' } })
  return [
    ...expectExit(recorded, recording.length > 0 ? 1 : 0),
    ...expectOutput(recorded, recording),
    ...files.filter((file) => !existsSync(join(folder, file))).map((file) => `${file} was not recorded`),
    ...expectExit(replayed, 1),
    ...expectOutput(replayed, [/No recorded interaction matches GET .*\/b/]),
    ...expectRequests(api.requests - before, 0),
  ]
}

/** Returns nothing, or a line with the output. */
export function expectExit({ exitCode, output }: PlatformOutcome, expected: number): Differences {
  return exitCode === expected ? [] : [`exit code ${exitCode} instead of ${expected}:\n${output}`]
}

/** Returns a line for each pattern that the output does not contain. */
export function expectOutput({ output }: PlatformOutcome, patterns: readonly RegExp[]): Differences {
  const missing = patterns.filter((pattern) => !pattern.test(output))
  return missing.length > 0 ? [`no ${missing.join(', ')} in:\n${output}`] : []
}

/** Returns a line if another number of requests reached the server. */
export function expectRequests(requests: number, expected: number): Differences {
  return requests === expected ? [] : [`${requests} requests reached the server instead of ${expected}`]
}
