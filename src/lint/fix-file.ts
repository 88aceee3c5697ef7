import { gzipSync } from 'node:zlib'
import { inflate, isGzip } from '../body/inflate.ts'
import type { Interaction } from '../cassette.ts'
import { decodeText } from '../format/document/decode-text.ts'
import { editDocument } from '../format/document/edit-document.ts'
import { editGoVcr2 } from '../format/go-vcr-2/edit.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { renewSignature } from '../provenance/provenance.ts'
import { updateCassetteBytes } from '../storage/update-cassette-file.ts'
import type { LintInput, LintResult } from './lint-file.ts'

/**
 * Removes the keys that the fixes of a file name, atomically. The signature of a recording that is otherwise unchanged is renewed.
 *
 * @returns how many fixes were applied: none if the style of the file does not allow it
 * @throws CassetteError if the file was changed in the meantime and is broken now, or can't be written
 */
export function fixFile({ file, path }: LintInput, fixes: LintResult['fixes']): number {
  let applied = 0
  updateCassetteBytes(file, (bytes) => {
    const text = decodeText(isGzip(bytes) ? inflate(bytes, 'gzip') : bytes, path)
    const edited = editDocument(
      text,
      fixes.map((fix) => ({ path: fix, value: undefined })),
    )
    if (edited === undefined) return undefined
    const fixed = signAgain(edited, readIfValid(text, path), parseCassette(edited, { path }).interactions)
    applied = fixes.length
    return isGzip(bytes) ? gzipSync(fixed) : fixed
  })
  return applied
}

/** A cassette with wrong chunks can't be read, and its signatures do not depend on them. */
function readIfValid(text: string, path: string): readonly Interaction[] {
  try {
    return parseCassette(text, { path }).interactions
  } catch {
    return []
  }
}

function signAgain(text: string, before: readonly Interaction[], after: readonly Interaction[]): string {
  const signed = after.map((interaction, index) => {
    const renewed = renewSignature(before[index] ?? interaction, interaction)
    return renewed.recordedBy === interaction.recordedBy ? interaction : renewed
  })
  return editGoVcr2(text, { before: after, after: signed, changeText: (unchanged) => unchanged }) ?? text
}
