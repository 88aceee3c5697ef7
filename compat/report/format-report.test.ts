import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client, Route } from '../client.ts'
import { type ClientReport, formatReport } from './format-report.ts'
import type { Verdict } from './judge.ts'
import { makeResult } from './make-result.ts'
import { readVersion } from './read-version.ts'

beforeEach(() => void vi.setSystemTime('2026-11-27T12:00:00Z'))
afterEach(() => void vi.useRealTimers())

const place = `2026-11-27, Node ${process.versions.node}, MSW ${readVersion('msw')} and ${readVersion('msw2')}`

/** A report whose checks pass on MSW 3 and the server, except those that are named. */
function report(client: Client, checks: Record<string, readonly Route[]>, replayed: ClientReport['replayed'] = []) {
  const verdicts = Object.entries(checks).flatMap(([check, failed]) =>
    (['MSW 3', 'server'] as const).map(
      (route): Verdict => ({
        client: client.name,
        route,
        check,
        problem: failed.includes(route) ? 'x' : undefined,
      }),
    ),
  )
  return { client, verdicts, replayed }
}

const changed = { client: 'superagent', trial: 'changed request', mismatches: 1 }

const reports: readonly ClientReport[] = [
  report(
    {
      name: 'an invented client',
      package: 'of-nobody',
      needs: { match: 'llmDefaults', reason: 'It needs more.' },
      calls: {},
    },
    { plain: [], tool: [] },
  ),
  report(
    { name: 'superagent', package: 'of-nobody', calls: {} },
    {
      plain: [],
      stream: [],
      'events apart': [],
      '429, then 200': [],
      'leave while replaying': ['MSW 3', 'server'],
      'changed request': [],
      'changed request for a stream': ['MSW 3'],
      'file upload': [],
    },
    [
      makeResult({ ...changed, milliseconds: 120, text: 'field' }),
      makeResult({ ...changed, route: 'server', milliseconds: 349, text: 'message' }),
      makeResult({ ...changed, trial: 'changed request for a stream', mismatches: 2 }),
    ],
  ),
  report({ name: 'got', package: 'of-nobody', calls: {} }, { 'form-data upload': ['MSW 3', 'server'] }),
  report({ name: 'undici', package: 'of-nobody', escapes: 'always', calls: {} }, { plain: [] }),
]

test('the tables show the routes that pass, and number the reasons of the others', () => {
  expect(formatReport(reports, 8.6).tables).toBe(`${place}: 19 of 24 checks of 4 clients pass, in 9 minutes.

| client | version | plain | stream | events apart | tool | 429, then 200 | leave while recording | leave while replaying | leave after a garbage collection | notes |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| an invented client |  | 2/2 |  |  | 2/2 |  |  |  |  | 1 |
| superagent |  | 2/2 | 2/2 | 2/2 |  | 2/2 |  | 0/2 |  | 2 |
| got |  |  |  |  |  |  |  |  |  |  |
| undici |  | refused 2/2 |  |  |  |  |  |  |  |  |

### Other calls

| client | call | routes | notes |
| --- | --- | --- | --- |
| superagent | file upload | 2/2 |  |
| got | form-data upload | 0/2 | 4 |

### A changed request

| client | requests | seconds | text in the error | of a stream | notes |
| --- | --- | --- | --- | --- | --- |
| superagent | 2 | 0.3 | a field, message | nowhere | 3 |

### Notes

1. It needs more.
2. If a piped request is aborted, its response emits an error that nothing handles and that ends the process, without MSW, too.
3. \`pipe\` reports no error for a response such as 400, and writes its body to the stream, without MSW, too. The test still fails with the message at its end.
4. It accepts only streams of Node, and a form of the package form-data is not one, without MSW, too. Pass the global \`FormData\`.`)
})

test('the summary counts the checks and names the versions', () => {
  expect(formatReport(reports, 8.6).summary).toBe(
    `19 of 24 checks of 4 clients pass (${place}); the others are faults of a client or of MSW 2, which [notes](docs/clients.md#notes) explain.`,
  )
})
