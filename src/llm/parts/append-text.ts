import type { JsonObject } from '../../json/json-value.ts'

/** Appends a piece of text to a member of an object that is assembled. Any other value than text is ignored. */
export function appendText(target: JsonObject, name: string, piece: unknown): void {
  if (typeof piece !== 'string') return
  const before = target[name]
  target[name] = typeof before === 'string' ? before + piece : piece
}
