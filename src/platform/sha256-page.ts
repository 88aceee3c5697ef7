import { sha256 as noble } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Like `sha256` in Node. The platform's own digest is asynchronous, and only pages of HTTPS and of this machine have it. */
export function sha256(...parts: readonly Uint8Array[]): string {
  const hash = noble.create()
  for (const part of parts) hash.update(part)
  return bytesToHex(hash.digest())
}
