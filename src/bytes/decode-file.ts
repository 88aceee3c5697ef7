/** Decodes the text of a file, with its byte order mark: encoding the text gives the same bytes again. */
export function decodeFile(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
