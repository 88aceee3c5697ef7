import { decodeUtf8 } from '../body/decode-utf8.ts'
import { CassetteFormatError } from '../errors/errors.ts'
import { type Provenance, provenanceOf } from '../provenance/provenance.ts'
import { readCassetteFile } from '../storage/cassette-file.ts'
import type { LintFinding, LintRule, LintSettings, Problem } from './lint-rule.ts'
import { type LintedCassette, readLintedCassette } from './linted-cassette.ts'
import { locatePlace, type Position } from './place.ts'
import { type ReadProblem, toReadProblem } from './unreadable.ts'

/** The findings in one file. */
export interface LintResult {
  readonly findings: readonly LintFinding[]
  /** How each interaction came to be, in file order; empty if the file can't be read. */
  readonly provenance: readonly Provenance[]
  /** The paths of the keys to remove. */
  readonly fixes: readonly (readonly (string | number)[])[]
  /** `other`: the file is something else than a cassette, such as a configuration. It has then one finding. */
  readonly kind: 'cassette' | 'other'
}

/** A file to examine. */
export interface LintInput {
  /** Absolute. */
  readonly file: string
  /** As the user spelled it. */
  readonly path: string
}

/**
 * Applies rules to a file. A file that can't be read is a finding.
 *
 * @param rules the selected rules
 */
export async function lintFile(
  input: LintInput,
  rules: readonly LintRule[],
  settings: LintSettings,
): Promise<LintResult> {
  const cassette = read(input)
  if ('rule' in cassette) return toUnreadable(cassette, rules, input)
  const found: { rule: LintRule; problem: Problem }[] = []
  for (const rule of rules) {
    for (const problem of await rule.check(cassette, settings)) found.push({ rule, problem })
  }
  return {
    findings: found
      .map(({ rule, problem }) => toFinding(rule, problem, input, locatePlace(problem.place, cassette)))
      .sort((a, b) => a.line - b.line || a.column - b.column),
    provenance: cassette.interactions.map(provenanceOf),
    fixes: found.flatMap(({ problem }) => (problem.fix ? [problem.fix] : [])),
    kind: 'cassette',
  }
}

type Unreadable = ReadProblem & { readonly kind: LintResult['kind'] }

function read(input: LintInput): LintedCassette | Unreadable {
  let bytes: Uint8Array<ArrayBuffer> | undefined
  try {
    bytes = readCassetteFile(input.file)
    if (!bytes) throw new Error('there is no such file')
    return readLintedCassette(bytes, input)
  } catch (error) {
    const isOther = error instanceof CassetteFormatError && error.found === undefined
    return { ...toReadProblem(error, bytes && decodeUtf8(bytes)), kind: isOther ? 'other' : 'cassette' }
  }
}

function toUnreadable({ rule, problem, kind }: Unreadable, rules: readonly LintRule[], input: LintInput): LintResult {
  const position = problem.place.kind === 'position' ? problem.place : { line: 1, column: 1 }
  const findings = rules.includes(rule) ? [toFinding(rule, problem, input, position)] : []
  return { findings, provenance: [], fixes: findings.length > 0 && problem.fix ? [problem.fix] : [], kind }
}

function toFinding(
  { name, severity }: LintRule,
  { message, fix }: Problem,
  { path }: LintInput,
  { line, column }: Position,
): LintFinding {
  return { rule: name, severity, path, line, column, message, fixable: fix !== undefined }
}
