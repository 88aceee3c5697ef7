import { expect, test } from 'vitest'
import { captureTerminal } from '../../../test/cli/capture-terminal.ts'
import type { LintFinding } from '../../lint/lint-rule.ts'
import { type LintReport, writeReport } from './lint-report.ts'

const finding = (more: Partial<LintFinding>): LintFinding => ({
  rule: 'edited',
  severity: 'warning',
  path: 'a.yaml',
  line: 3,
  column: 5,
  message: 'it was edited',
  fixable: false,
  ...more,
})

const REPORT: LintReport = {
  results: [
    {
      path: 'a.yaml',
      findings: [finding({}), finding({ severity: 'error', rule: 'wrong-chunks', message: 'a\nb', fixable: true })],
      provenance: ['recorded', 'edited'],
      fixes: [],
      kind: 'cassette',
      fixed: 1,
    },
    {
      path: 'b.yaml',
      findings: [finding({ path: 'b.yaml', severity: 'info' })],
      provenance: ['unknown'],
      fixes: [],
      kind: 'cassette',
      fixed: 0,
    },
  ],
  failures: [{ path: 'c.yaml', message: 'Failed to fix c.yaml: it is gone.' }],
}

function write(report: LintReport, format: 'text' | 'json' | 'github'): string {
  const { terminal, stdout } = captureTerminal()
  writeReport(report, format, terminal)
  return stdout()
}

const SUMMARY = `1 error, 1 warning, 1 info in 2 cassettes. 3 interactions: 1 recorded, 1 edited since, 1 not recorded by msw-cassette.
Fixed 1 problem.
1 problem can be fixed with --fix.
`

test('each finding has a line, and the summary counts them', () => {
  expect(write(REPORT, 'text')).toBe(`a.yaml:3:5 warning it was edited edited
a.yaml:3:5 error a·b wrong-chunks
b.yaml:3:5 info it was edited edited
${SUMMARY}`)
})

test('annotations have the level of GitHub', () => {
  expect(write(REPORT, 'github')).toBe(`::warning file=a.yaml,line=3,col=5,title=edited::it was edited
::error file=a.yaml,line=3,col=5,title=wrong-chunks::a%0Ab
::notice file=b.yaml,line=3,col=5,title=edited::it was edited
${SUMMARY}`)
})

test('the JSON has the files, their findings and provenance, and the failures', () => {
  const files = REPORT.results.map(({ path, findings, provenance, fixed }) => ({ path, findings, provenance, fixed }))
  expect(JSON.parse(write(REPORT, 'json'))).toEqual({ files, failures: REPORT.failures })
})

test('without findings, the summary is one line', () => {
  expect(write({ results: [], failures: [] }, 'text')).toBe(
    'No findings in 0 cassettes. 0 interactions: 0 recorded, 0 edited since, 0 not recorded by msw-cassette.\n',
  )
})
