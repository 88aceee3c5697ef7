import { prettyJson } from '../../json/pretty-json.ts'
import { fixFile } from '../../lint/fix-file.ts'
import { type LintResult, lintFile } from '../../lint/lint-file.ts'
import type { Severity } from '../../lint/lint-rule.ts'
import { rules } from '../../lint/rules.ts'
import { type ExitCode, exitCodes, type Failure } from '../command.ts'
import { findInputs, type Input } from '../find-inputs.ts'
import { noCassette, toFailure } from '../read-input.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { type LintReport, writeReport } from './lint-report.ts'
import { type LintArguments, readLintArguments } from './read-lint-arguments.ts'

/** See `lint`. */
export async function runLint(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const lint = readLintArguments(args)
  if (lint.work === 'list-rules') return listRules(lint.format, terminal)
  const { inputs, failures } = await findInputs(lint.paths)
  const results: LintReport['results'][number][] = []
  for (const [index, input] of inputs.entries()) {
    terminal.progress(`${index + 1}/${inputs.length} ${input.path}`)
    const { result, fixed } = await examine(input, lint, failures)
    // In a folder, other files with such names are expected.
    if (result.kind === 'other' && !lint.paths.includes(input.path)) continue
    results.push({ path: input.path, fixed, ...result })
  }
  if (results.length === 0 && failures.length === 0) failures.push(noCassette(lint.paths))
  for (const { message } of failures) terminal.err(oneLine(message))
  writeReport({ results, failures }, lint.format, terminal)
  const findings = results.flatMap((result) => result.findings)
  return failures.length > 0 || findings.some(({ severity }) => reaches(severity, lint.failOn))
    ? exitCodes.failed
    : exitCodes.done
}

function listRules(format: LintArguments['format'], terminal: Terminal): ExitCode {
  if (format === 'json')
    terminal.json(prettyJson({ rules: rules.map(({ name, severity, summary }) => ({ name, severity, summary })) }))
  else
    for (const { name, severity, summary } of rules) terminal.out(`${name.padEnd(24)}${severity.padEnd(9)}${summary}`)
  return exitCodes.done
}

async function examine(
  input: Input,
  { rules: selected, settings, work }: LintArguments,
  failures: Failure[],
): Promise<{ result: LintResult; fixed: number }> {
  const result = await lintFile(input, selected, settings)
  if (work !== 'fix' || result.fixes.length === 0) return { result, fixed: 0 }
  try {
    const fixed = fixFile(input, result.fixes)
    return { result: fixed > 0 ? await lintFile(input, selected, settings) : result, fixed }
  } catch (error) {
    failures.push(toFailure(error, input, 'fix'))
    return { result, fixed: 0 }
  }
}

function reaches(severity: Severity, limit: Severity): boolean {
  const order: readonly Severity[] = ['info', 'warning', 'error']
  return order.indexOf(severity) >= order.indexOf(limit)
}
