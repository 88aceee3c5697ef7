import type { Interaction } from '../../cassette.ts'
import { writeInteraction } from './write.ts'

/**
 * Replaces an interaction that this library wrote.
 *
 * @param text the current file
 * @param before the interaction as it was written
 * @returns the new text; undefined if the file does not contain the interaction in exactly this form
 */
export function replaceGoVcr2(text: string, before: Interaction, after: Interaction): string | undefined {
  const indent = /^( *)- id: \d+$/m.exec(text)?.[1] ?? ''
  const [old, replacement] = [before, after].map((interaction) =>
    writeInteraction(interaction, 0)
      .replace(/^.*\n/, '')
      .replace(/^(?=.)/gm, indent),
  )
  const at = old === undefined ? -1 : text.indexOf(`\n${old}`)
  if (old === undefined || at === -1) return undefined
  return text.slice(0, at + 1) + replacement + text.slice(at + 1 + old.length)
}
