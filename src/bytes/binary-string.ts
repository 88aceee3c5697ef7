const STEP = 8192

/** Bytes as a string of as many characters, each of the byte's value: unlike any text decoder, one to one. */
export function toBinaryString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += STEP) text += String.fromCharCode(...bytes.subarray(at, at + STEP))
  return text
}

/** The bytes of a binary string. */
export function fromBinaryString(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
