/**
 * Text that a terminal shows and never acts on: control characters but the line feed become dots, and so do the characters that change
 * the direction of text, which can make it read differently from its content.
 */
export function escapeControlCharacters(text: string): string {
  return text.replace(UNSAFE, '·')
}

/** The same for JSON: a parser reads the original characters. */
export function escapeControlCharactersInJson(json: string): string {
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
