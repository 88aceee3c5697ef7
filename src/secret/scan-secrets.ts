import { decodeUtf8 } from '../body/decode-utf8.ts'
import { inflate } from '../body/inflate.ts'
import { toBinaryString } from '../bytes/binary-string.ts'
import { findHeader, type HeaderPair, type Interaction } from '../cassette.ts'
import type { SecretFinding } from '../errors/errors.ts'
import { environment } from '../platform/environment.ts'
import { escapeRegExp } from '../platform/escape-reg-exp.ts'
import { REDACTED } from './redacted.ts'
import { type SecretPattern, secretPatterns } from './secret-patterns.ts'
import { textViews } from './text-views.ts'

/** A shorter value of a variable is no credential, or is part of any text. */
const MIN_LENGTH = 10

const VARIABLE =
  /(?:^|_)(?:KEYS?|TOKENS?|SECRETS?|PASSWORD|PASSWD|PASS|CREDENTIALS?|APIKEY|PAT)(?:_|$)|(?:KEY|TOKEN|SECRET|PASSWORD|PASSPHRASE)$/i

/**
 * Looks through interactions for what looks like a credential, as it stands and decoded: whatever the redaction missed.
 *
 * @param interactions what is about to be saved
 * @param allowed what is a credential in looks only
 * @returns where and what kind, never the credential
 */
export function scanSecrets(interactions: readonly Interaction[], allowed: readonly RegExp[] = []): SecretFinding[] {
  const scan = createScan(allowed)
  return interactions.flatMap((interaction, index) =>
    textsOf(interaction).flatMap(([place, text]) => scan(text).map((kind) => ({ place: `#${index} ${place}`, kind }))),
  )
}

/**
 * Looks through the text of a cassette that is there already.
 *
 * @returns the lines, or that it is somewhere, where it spreads over several
 */
export function scanText(text: string, allowed: readonly RegExp[] = []): SecretFinding[] {
  const scan = createScan(allowed)
  const kinds = scan(text)
  if (kinds.length === 0) return []
  const lines = text
    .split('\n')
    .flatMap((line, index) => scan(line).map((kind) => ({ place: `line ${index + 1}`, kind })))
  return lines.length > 0 ? lines : kinds.map((kind) => ({ place: 'somewhere in the file', kind }))
}

function createScan(allowed: readonly RegExp[]): (text: string) => string[] {
  const patterns = [...secretPatterns, ...variablePatterns()]
  const allowedOnes = allowed.map(({ source, flags }) => new RegExp(source, flags.replace(/[gy]/g, '')))
  const isSecret = (match: string): boolean => match !== REDACTED && !allowedOnes.some((each) => each.test(match))
  return (text) => {
    const kinds = new Map<string, string>()
    for (const view of textViews(text)) {
      for (const { kind, pattern } of patterns) {
        if (!kinds.has(kind) && view.text.match(pattern)?.some(isSecret)) kinds.set(kind, view.how)
      }
    }
    return [...kinds].map(([kind, how]) => (how ? `${kind}, ${how}` : kind))
  }
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
  const headers = (side: string, list: readonly HeaderPair[]): [string, string][] =>
    list.map(([name, value]) => [`${side}.headers.${name}`, value])
  return [
    ['request.url', request.url],
    ...headers('request', request.headers),
    ['request.body', toText(request)],
    ['response.status', response.statusText],
    ...headers('response', response.headers),
    ['response.body', toText(response)],
  ]
}

function toText({ body, headers }: Pick<Interaction['request'], 'body' | 'headers'>): string {
  const utf8 = decodeUtf8(body)
  if (utf8 !== undefined) return utf8
  try {
    return toBinaryString(inflate(body, findHeader(headers, 'content-encoding') ?? ''))
  } catch {
    return toBinaryString(body)
  }
}
