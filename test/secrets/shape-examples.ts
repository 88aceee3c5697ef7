import { scanText } from '../../src/secret/scan-secrets.ts'
import { looseShapes, secretShapes } from '../../src/secret/secret-shapes.ts'

/** A text of the form of a credential, as `shape-examples.json` keeps it. */
export interface ShapeExample {
  /** The shape that the text was created for: its list, and its kind. */
  readonly shape: string
  /** Backwards: others that scan this repository would report it. */
  readonly text: string
  /** The kinds that the scan finds in it, and in all but its last character. */
  readonly whole: readonly string[]
  readonly cut: readonly string[]
}

/** The names and patterns of all shapes, except the one that only the words before it show. */
export const shapes: readonly (readonly [name: string, pattern: RegExp])[] = [
  ...secretShapes.map(([kind, pattern]) => [kind, pattern] as const),
  ...looseShapes.map(([kind, pattern]) => [`${kind}, if it looks random`, pattern] as const),
].filter(([name]) => !name.startsWith('an authorization header'))

/** Writes a text backwards. */
export function mirror(text: string): string {
  return [...text].reverse().join('')
}

/** The kinds of credentials that the scan finds in a sentence. */
export function findKinds(credential: string): string[] {
  return scanText(`It is ${credential} today.`).map(({ kind }) => kind)
}
