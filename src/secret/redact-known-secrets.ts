import { toBinaryString } from '../bytes/binary-string.ts'
import { REDACTED, type SecretSet } from './redacted.ts'

/** A shorter credential is replaced in its known place only: elsewhere it could be a part of a word. */
const MIN_LENGTH = 8

/**
 * Replaces every occurrence of known credentials in a text: in plain form, and as encoded in JSON, URLs and base64.
 *
 * @param patterns global patterns of other text to replace
 */
export function redactKnownSecrets(text: string, secrets: SecretSet, patterns: readonly RegExp[]): string {
  let redacted = text
  for (const secret of secrets) {
    if (secret.length < MIN_LENGTH || secret === REDACTED) continue
    for (const encoded of encodingsOf(secret)) {
      if (redacted.includes(encoded)) redacted = redacted.replaceAll(encoded, REDACTED)
    }
  }
  return patterns.reduce((result, pattern) => result.replace(pattern, REDACTED), redacted)
}

function encodingsOf(secret: string): Set<string> {
  const json = toJson(secret)
  const base64 = encodeBase64(secret)
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  return new Set([secret, json, toJson(json), encodeURIComponent(secret), ...base64, ...base64url])
}

function toJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/**
 * The three base64 encodings of a text inside a longer one, which differ in the offset of its first byte in a group of three.
 * The characters at its ends are left out, because they encode bits of the neighbouring bytes too.
 */
function encodeBase64(secret: string): string[] {
  const bytes = toBinaryString(new TextEncoder().encode(secret))
  return [0, 1, 2].map((offset) => {
    const encoded = btoa('\0'.repeat(offset) + bytes).replace(/=+$/, '')
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1
    return encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - shared)
  })
}
