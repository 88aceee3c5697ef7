import { decodeUtf8 } from '../body/decode-utf8.ts'
import { inflate } from '../body/inflate.ts'
import { toBinaryString } from '../bytes/binary-string.ts'
import { findHeader, type HeaderPair, type Interaction } from '../cassette.ts'
import type { SecretFinding } from '../errors/errors.ts'
import { environment } from '../platform/environment.ts'
import { escapeRegExp } from '../platform/escape-reg-exp.ts'
import { possibleDecodings } from './possible-decodings.ts'
import { REDACTED } from './redacted.ts'
import { type SecretPattern, secretPatterns } from './secret-patterns.ts'

/** A shorter value of an environment variable is unlikely to be a credential, and can occur by chance. */
const MIN_LENGTH = 10

/** The names of environment variables that contain credentials. */
const SECRET_VARIABLE =
  /(?:^|_)(?:KEYS?|TOKENS?|SECRETS?|PASSWORD|PASSWD|PASS|CREDENTIALS?|APIKEY|PAT)(?:_|$)|(?:KEY|TOKEN|SECRET|PASSWORD|PASSPHRASE)$/i

/**
 * Searches interactions, in plain and decoded form, for strings that look like credentials: those that redaction missed.
 *
 * @param interactions the interactions to be saved
 * @param allowed patterns of strings that look like credentials but are not
 * @returns the place and the kind of each finding, never the credential itself
 */
export function scanSecrets(interactions: readonly Interaction[], allowed: readonly RegExp[] = []): SecretFinding[] {
  const scan = createScan(allowed)
  return interactions.flatMap((interaction, index) =>
    textsOf(interaction).flatMap(([place, text]) => scan(text).map((kind) => ({ place: `#${index} ${place}`, kind }))),
  )
}

/**
 * Searches the text of an existing cassette for strings that look like credentials.
 *
 * @returns the line and the kind of each finding; if a credential spans several lines, the line is not given
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
  const allowedPatterns = allowed.map(({ source, flags }) => new RegExp(source, flags.replace(/[gy]/g, '')))
  const isSecret = (match: string): boolean =>
    match !== REDACTED && !allowedPatterns.some((pattern) => pattern.test(match))
  return (text) => {
    const kinds = new Map<string, string>()
    for (const decoding of possibleDecodings(text)) {
      for (const { kind, pattern } of patterns) {
        if (!kinds.has(kind) && decoding.text.match(pattern)?.some(isSecret)) kinds.set(kind, decoding.how)
      }
    }
    return [...kinds].map(([kind, how]) => (how ? `${kind}, ${how}` : kind))
  }
}

function variablePatterns(): SecretPattern[] {
  return Object.entries(environment())
    .filter(
      ([name, value]) =>
        SECRET_VARIABLE.test(name) && value !== undefined && value.length >= MIN_LENGTH && !/^[./~]/.test(value),
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
