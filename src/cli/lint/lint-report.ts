import { count } from '../../diagnostics/count.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import type { LintResult } from '../../lint/lint-file.ts'
import type { LintFinding, Severity } from '../../lint/lint-rule.ts'
import type { Failure } from '../command.ts'
import { annotation } from '../github.ts'
import { type Style, styled } from '../styled.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import type { LintFormat } from './read-lint-arguments.ts'

/** The results of all files. */
export interface LintReport {
  readonly results: readonly (LintResult & {
    /** As the user spelled it. */
    readonly path: string
    /** How many problems `--fix` solved. */
    readonly fixed: number
  })[]
  readonly failures: readonly Failure[]
}

/** Prints the findings, and a summary if people read it. */
export function writeReport(report: LintReport, format: LintFormat, terminal: Terminal): void {
  if (format === 'json') {
    terminal.json(prettyJson(toJson(report)))
    return
  }
  for (const finding of report.results.flatMap(({ findings }) => findings)) {
    if (format === 'github') terminal.out(toAnnotation(finding))
    else writeFinding(finding, terminal)
  }
  for (const line of summarize(report)) terminal.out(line)
}

function toJson({ results, failures }: LintReport): unknown {
  return {
    files: results.map(({ path, findings, provenance, fixed }) => ({ path, findings, provenance, fixed })),
    failures,
  }
}

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }

function writeFinding({ path, line, column, severity, message, rule }: LintFinding, terminal: Terminal): void {
  terminal.out([
    styled('bold', oneLine(`${path}:${line}:${column}`)),
    ' ',
    styled(STYLES[severity], severity),
    oneLine(` ${message} `),
    styled('dim', rule),
  ])
}

function toAnnotation({ path, line, column, severity, message, rule }: LintFinding): string {
  return annotation({
    level: severity === 'info' ? 'notice' : severity,
    file: path,
    line,
    column,
    title: rule,
    message,
  })
}

function summarize({ results }: LintReport): string[] {
  const findings = results.flatMap((result) => result.findings)
  const fixed = results.reduce((sum, result) => sum + result.fixed, 0)
  const fixable = findings.filter((finding) => finding.fixable).length
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return number === 0 ? [] : [severity === 'info' ? `${number} info` : count(number, severity)]
  })
  const found = counts.length === 0 ? 'No findings' : counts.join(', ')
  return [
    `${found} in ${count(results.length, 'cassette')}. ${describeProvenance(results)}`,
    ...(fixed > 0 ? [`Fixed ${count(fixed, 'problem')}.`] : []),
    ...(fixable > 0 ? [`${count(fixable, 'problem')} can be fixed with --fix.`] : []),
  ]
}

function describeProvenance(results: LintReport['results']): string {
  const all = results.flatMap(({ provenance }) => provenance)
  const number = (kind: (typeof all)[number]): number => all.filter((each) => each === kind).length
  return (
    `${count(all.length, 'interaction')}: ${number('recorded')} recorded, ${number('edited')} edited since, ` +
    `${number('unknown')} not recorded by msw-cassette.`
  )
}
