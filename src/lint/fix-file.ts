import { gzipSync } from 'node:zlib'
import { isGzip } from '../body/inflate.ts'
import { editDocument } from '../format/document/edit-document.ts'
import { editGoVcr2 } from '../format/go-vcr-2/edit.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { renewSignature } from '../provenance/provenance.ts'
import { updateCassetteBytes } from '../storage/update-cassette-file.ts'
import type { LintInput, LintResult } from './lint-file.ts'
import { readLintedCassette } from './linted-cassette.ts'

/**
 * Removes the keys that the fixes of a file name, atomically. The signature of a recording that is otherwise unchanged is renewed.
 *
 * @returns how many fixes were applied: none if the style of the file does not allow it
 * @throws CassetteError if the file was changed in the meantime and is broken now, or can't be written
 */
export function fixFile({ file, path }: LintInput, fixes: LintResult['fixes']): number {
  let applied = 0
  updateCassetteBytes(file, (bytes) => {
    const { text, interactions } = readLintedCassette(bytes, { file, path })
    const edits = fixes.map((fix) => ({ path: fix, value: undefined }))
    const edited = editDocument(text, edits)
    if (edited === undefined) return undefined
    const after = parseCassette(edited, { path }).interactions
    const signed = after.map((interaction, index) => renewSignature(interactions[index] ?? interaction, interaction))
    applied = fixes.length
    const fixed = editGoVcr2(edited, { before: after, after: signed, changeText: (unchanged) => unchanged }) ?? edited
    return isGzip(bytes) ? gzipSync(fixed) : fixed
  })
  return applied
}
