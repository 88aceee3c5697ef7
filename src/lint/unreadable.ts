import { describeCause } from '../errors/describe-cause.ts'
import { CassetteFileError, CassetteParseError } from '../errors/errors.ts'
import { editDocument } from '../format/document/edit-document.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { provenanceOf } from '../provenance/provenance.ts'
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

/**
 * Converts the error of a reader to a problem.
 *
 * @param text the content of the file; undefined if it is not text
 */
export function toReadProblem(error: unknown, text: string | undefined): ReadProblem {
  const message = describeCause(error)
  const problem = { message: toProblemText(message), place: toPlace(error) }
  const [, index] = /: interactions\[(\d+)\]\.response\.chunks add up to /.exec(message) ?? []
  if (!(error instanceof CassetteParseError) || index === undefined) return { rule: unreadable, problem }
  const fix = ['interactions', Number(index), 'response', 'chunks']
  const isCertain = text !== undefined && isBodyAsRecorded(text, fix)
  return { rule: wrongChunks, problem: isCertain ? { ...problem, fix } : problem }
}

/** Why a file can't be read. */
export interface ReadProblem {
  readonly rule: LintRule
  readonly problem: Problem
}

/** If the digest of the interaction still fits its body, only the chunks were changed, and their removal loses nothing. */
function isBodyAsRecorded(text: string, chunks: readonly (string | number)[]): boolean {
  try {
    const edited = editDocument(text, [{ path: chunks, value: undefined }])
    const interaction = edited === undefined ? undefined : parseCassette(edited).interactions[Number(chunks[1])]
    return interaction !== undefined && provenanceOf(interaction) === 'recorded'
  } catch {
    return false
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
