import { nodeBuiltin } from './builtin.ts'

const { createHash } = nodeBuiltin('crypto')

/** Returns the SHA-256 of byte ranges that follow each other, in hexadecimal digits. */
export function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
