import { CassetteFileError, CassetteParseError } from '../errors/errors.ts'
import { describeCause } from '../errors/describe-cause.ts'
import type { LintRule, Problem } from './lint-rule.ts'

/** Found while a file is read, so there is no cassette to check. */
export const unreadable: LintRule = {
  name: 'unreadable',
  severity: 'error',
  summary: 'files that can not be read as a cassette',
  check: () => [],
}

/** Found while a file is read: the reader refuses it, because the boundaries of its events would be wrong. */
export const wrongChunks: LintRule = {
  name: 'wrong-chunks',
  severity: 'error',
  summary: 'chunks that do not add up to their body',
  check: () => [],
}

/** Converts the error of a reader to a problem. */
export function toReadProblem(error: unknown): { readonly rule: LintRule; readonly problem: Problem } {
  const message = describeCause(error)
  const isChunks = error instanceof CassetteParseError && /: interactions\[\d+\]\.response\.chunks add up to /.test(message)
  return {
    rule: isChunks ? wrongChunks : unreadable,
    problem: { message: toProblemText(message), place: toPlace(error) },
  }
}

/** The finding has the position, so its text needs neither the position nor the excerpt. */
function toProblemText(message: string): string {
  const [first = ''] = message.split('\n\n', 1)
  return first.replace(/^Failed to (?:read|open) the cassette .*?: (?=\S)/s, '').replace(/\.$/, '')
}

function toPlace(error: unknown): Problem['place'] {
  if (error instanceof CassetteFileError && 'line' in error && 'column' in error) {
    const { line, column } = error
    if (typeof line === 'number' && typeof column === 'number') return { kind: 'position', line, column }
  }
  return { kind: 'file' }
}
