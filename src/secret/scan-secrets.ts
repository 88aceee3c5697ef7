import { decodeUtf8 } from '../body/decode-utf8.ts'
import type { Interaction } from '../cassette.ts'
import type { SecretFinding } from '../errors.ts'
import { toBinaryString } from '../json/binary-string.ts'
import { environment } from '../mode.ts'
import { REDACTED } from './credential-rules.ts'
import { type SecretPattern, secretPatterns } from './secret-patterns.ts'

/** A shorter value of a variable is no credential, or is part of any text. */
const MIN_LENGTH = 10

const VARIABLE = /(?:^|_)(?:KEYS?|TOKENS?|SECRETS?|PASSWORD|PASSWD|PASS|CREDENTIALS?|APIKEY|PAT)(?:_|$)/i

const BASE64 = /[\w+/-]{16,}={0,2}/g

/**
 * Looks through interactions for what looks like a credential, as it stands and in base64: whatever the redaction missed.
 *
 * @param interactions what is about to be saved
 * @param allowed what is a credential in looks only
 * @returns where and what kind, never the credential
 */
export function scanSecrets(interactions: readonly Interaction[], allowed: readonly RegExp[] = []): SecretFinding[] {
  const patterns = [...secretPatterns, ...variablePatterns()]
  return interactions.flatMap((interaction, index) =>
    textsOf(interaction).flatMap(([place, text]) =>
      findKinds(text, patterns, allowed).map((kind) => ({ place: `#${index} ${place}`, kind })),
    ),
  )
}

function variablePatterns(): SecretPattern[] {
  return Object.entries(environment())
    .filter(
      ([name, value]) =>
        VARIABLE.test(name) && value !== undefined && value.length >= MIN_LENGTH && !/^[./~]/.test(value),
    )
    .map(([name, value = '']) => ({ kind: `the value of ${name}`, pattern: new RegExp(escapeRegExp(value), 'g') }))
}

function textsOf({ request, response }: Interaction): [place: string, text: string][] {
  const headers = (side: string, list: Interaction['request']['headers']): [string, string][] =>
    list.map(([name, value]) => [`${side}.headers.${name}`, value])
  return [
    ['request.url', request.url],
    ...headers('request', request.headers),
    ['request.body', toText(request.body)],
    ...headers('response', response.headers),
    ['response.body', toText(response.body)],
  ]
}

function toText(body: Uint8Array): string {
  return decodeUtf8(body) ?? toBinaryString(body)
}

function findKinds(text: string, patterns: readonly SecretPattern[], allowed: readonly RegExp[]): string[] {
  const plain = findIn(text, patterns, allowed)
  const encoded = (text.match(BASE64) ?? []).flatMap((blob) => findIn(decodeBase64(blob), patterns, allowed))
  return [...new Set([...plain, ...encoded.map((kind) => `${kind}, in base64`)])]
}

function findIn(text: string, patterns: readonly SecretPattern[], allowed: readonly RegExp[]): string[] {
  return patterns
    .filter(({ pattern }) =>
      (text.match(pattern) ?? []).some(
        (match) =>
          match !== REDACTED && !allowed.some((each) => new RegExp(each, each.flags.replace(/[gy]/g, '')).test(match)),
      ),
    )
    .map(({ kind }) => kind)
}

function decodeBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
