import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { addTotals } from './call-totals.ts'
import type { RunReport } from './run-report.ts'
import { appendJobSummary } from './write-run-report.ts'

const saved = { calls: 2, tokens: 38, cost: 0.25, unpriced: 0, waiting: 0 }
const report: RunReport = {
  version: 1,
  cassettes: [
    { file: 'a|`b`.yaml', state: 'replayed', recorded: 0, saved },
    { file: 'new.yaml', state: 'recorded', recorded: 2, saved: addTotals([]) },
  ],
  saved,
  recorded: 2,
  obsolete: { files: ['<old>.yaml'], interactions: [{ file: 'shared.yaml', indexes: [0, 2], severity: 'error' }] },
}

test('the job summary is appended, and no path in it is Markdown', () => {
  const file = join(makeTempFolder(), 'summary.md')
  writeFileSync(file, 'before\n')
  expect(appendJobSummary(report, file)).toBeUndefined()
  expect(readFileSync(file, 'utf8')).toBe(`before
### Cassettes

1 replayed, 1 recorded; 2 calls not made, 38 tokens and $0.25 not paid for

| cassette | | calls not made | tokens | cost |
| --- | --- | --: | --: | --: |
| \`a\\|'b'.yaml\` | replayed | 2 | 38 | $0.25 |
| \`new.yaml\` | recorded | 0 | 0 |  |

Obsolete:

- \`<old>.yaml\`
- \`shared.yaml\` #0 #2
`)
})

test('a long list of cassettes is cut', () => {
  const file = join(makeTempFolder(), 'summary.md')
  const cassettes = Array.from({ length: 502 }, () => ({
    file: 'a.yaml',
    state: 'replayed' as const,
    recorded: 0,
    saved,
  }))
  appendJobSummary({ ...report, cassettes, obsolete: { files: [], interactions: [] } }, file)
  expect(readFileSync(file, 'utf8').split('\n').slice(-4)).toEqual([
    expect.stringContaining('| `a.yaml`'),
    '',
    'and 2 more',
    '',
  ])
})

test('a run without cassettes adds nothing', () => {
  const nothing = { ...report, cassettes: [], saved: addTotals([]), obsolete: { files: [], interactions: [] } }
  expect(appendJobSummary(nothing, '/does/not/exist')).toBeUndefined()
  expect(appendJobSummary(report, '/does/not/exist')).toContain('Failed to write the report /does/not/exist: ')
})
