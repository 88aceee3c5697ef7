import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '../chromium.ts'
import { type PlatformOutcome, runPlatform, writeProject } from './platform-run.ts'
import { BROWSER } from './projects.ts'
import { type CountedServer, type Differences, expectExit, expectOutput, expectRequests } from './runners.ts'

/**
 * Records in Vitest's browser mode and in Node, replays as in CI in each kind of configuration, and expects a missing cassette, a
 * mismatch and an obsolete cassette to fail. Then it heals a cassette.
 *
 * @param folder the project, in which a version of Vitest is installed
 * @param cassette the text of a cassette to import
 */
export async function checkBrowserMode(folder: string, api: CountedServer, cassette: string): Promise<Differences> {
  writeProject(folder, { ...BROWSER, 'browser/tape.yaml': cassette })
  const command = [process.execPath, join(folder, 'node_modules/vitest/vitest.mjs'), 'run', '--root', 'browser']
  const run = (env: Readonly<Record<string, string>>, ...args: string[]): Promise<PlatformOutcome> =>
    runPlatform({ folder, command: [...command, ...args], env: { ORIGIN: api.origin, CHROMIUM: chromium, ...env } })
  const cassettes = join(folder, 'browser/__cassettes__')
  const first = api.requests
  const recorded = await run({})
  const differences = [
    ...expectExit(recorded, 0),
    ...expectOutput(recorded, [/14 passed/, /6 recorded/]),
    // Each file sends two for the first test, and one for the two tests that share a cassette.
    ...expectRequests(api.requests - first, 9),
    ...['page.test.ts/says-hi', 'page-2.test.ts/shared', 'node.test.ts/shared'].flatMap((name) =>
      existsSync(join(cassettes, `${name}.yaml`)) ? [] : [`${name} was not recorded`],
    ),
  ]
  const before = api.requests
  for (const env of [{}, { ISOLATE: 'no' }, { PLACE: 'project' }] as Record<string, string>[]) {
    const replayed = await run({ ...env, CI: 'true' })
    differences.push(...expectExit(replayed, 0), ...expectOutput(replayed, [/14 passed/, /6 replayed/]))
  }
  const mismatch = await run({ FAULT: 'mismatch', CI: 'true' }, '--project', 'page*')
  differences.push(
    ...expectExit(mismatch, 1),
    ...expectOutput(mismatch, [/2 failed/, /No recorded interaction matches/]),
  )
  rmSync(join(cassettes, 'page.test.ts/says-hi.yaml'))
  const missing = await run({ CI: 'true' }, '--project', 'page*')
  differences.push(
    ...expectExit(missing, 1),
    ...expectOutput(missing, [/there is no such file \(mode: replay, as always in CI/]),
  )
  writeProject(folder, { 'browser/__cassettes__/page-2.test.ts/old.yaml': cassette })
  const obsolete = await run({ CI: 'true' }, 'page-2')
  differences.push(...expectExit(obsolete, 1), ...expectOutput(obsolete, [/1 obsolete, an error in CI/]))
  differences.push(...expectRequests(api.requests - before, 0))
  const removed = await run({}, 'page-2', '-u')
  differences.push(...expectExit(removed, 0), ...expectOutput(removed, [/1 obsolete, removed/]))
  const beforeHeal = api.requests
  const healed = await run({ FAULT: 'mismatch', MSW_CASSETTE_MODE: 'heal' }, 'page-2')
  const after = await run({ FAULT: 'mismatch', CI: 'true' }, 'page-2')
  differences.push(
    ...[healed, after].flatMap((outcome) => expectExit(outcome, 0)),
    ...expectOutput(healed, [/1 healed/, /healed 0 of 1 turns in \S+shared\.yaml \(1 added\): 1 call made/]),
    ...expectRequests(api.requests - beforeHeal, 1),
  )
  return differences
}
