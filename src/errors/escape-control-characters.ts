/** Text that a terminal shows and never acts on: control characters but the line feed become dots. */
export function escapeControlCharacters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '·')
}
