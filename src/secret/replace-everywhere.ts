import { toBinaryString } from '../bytes/binary-string.ts'
import { REDACTED, type SecretSet } from './redacted.ts'

/** A shorter credential is replaced in its own place only: elsewhere it could be a part of any word. */
const MIN_LENGTH = 8

/**
 * Replaces credentials wherever they stand in a text: as they are, and as JSON, URLs and base64 spell them.
 *
 * @param text any text
 * @param found the credentials
 * @param patterns what else is to be replaced; global
 */
export function replaceEverywhere(text: string, found: SecretSet, patterns: readonly RegExp[]): string {
  let redacted = text
  for (const secret of found) {
    if (secret.length < MIN_LENGTH || secret === REDACTED) continue
    for (const spelling of spellingsOf(secret)) {
      if (redacted.includes(spelling)) redacted = redacted.replaceAll(spelling, REDACTED)
    }
  }
  return patterns.reduce((result, pattern) => result.replace(pattern, REDACTED), redacted)
}

function spellingsOf(secret: string): Set<string> {
  const json = toJson(secret)
  const base64 = base64Of(secret)
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  return new Set([secret, json, toJson(json), encodeURIComponent(secret), ...base64, ...base64url])
}

function toJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** In base64 a text looks different after one or two other bytes; the characters at its ends belong to its neighbours too. */
function base64Of(secret: string): string[] {
  const bytes = toBinaryString(new TextEncoder().encode(secret))
  return [0, 1, 2].map((offset) => {
    const encoded = btoa('\0'.repeat(offset) + bytes).replace(/=+$/, '')
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1
    return encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - shared)
  })
}
