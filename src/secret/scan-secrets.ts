import type { HeaderPair, Interaction, WebSocketConversation } from '../cassette.ts'
import type { SecretFinding } from '../errors/errors.ts'
import { environment } from '../platform/environment.ts'
import { readBodyText } from './body-text.ts'
import { shapeFinders } from './find-shapes.ts'
import { joinFrames, readFrameText } from './frame-texts.ts'
import type { KnownCredentials } from './known-credentials.ts'
import { isPlaceholder, reachOf } from './looks-like-credential.ts'
import { redactMembers } from './member-credentials.ts'
import { possibleDecodings } from './possible-decodings.ts'
import { REDACTED } from './redacted.ts'
import { isCredential, isCredentialName } from './secret-name.ts'
import type { ShapeMatch } from './shape-finder.ts'

/** The known facts about credentials, apart from their shapes. */
export interface ScanOptions {
  /** Strings that look like credentials but are not. */
  readonly allowed?: readonly RegExp[]
  /** The credentials that redaction has found. None of them must be left, in any encoding. */
  readonly known?: KnownCredentials | undefined
}

/**
 * Searches interactions, in plain and decoded form, for strings that look like credentials: those that redaction missed.
 *
 * @param interactions the interactions to be saved
 * @returns the place and the kind of each finding, never the credential itself
 */
export function scanSecrets(interactions: readonly Interaction[], options: ScanOptions = {}): SecretFinding[] {
  const scan = createScan(options)
  return interactions.flatMap((interaction, index) =>
    [
      ...textsOf(interaction).flatMap(([place, text]) => scan(text).map((kind) => ({ place, kind }))),
      ...(interaction.response.websocket ? scanFrames(interaction.response.websocket, scan) : []),
    ].map(({ place, kind }) => ({ place: `#${index} ${place}`, kind })),
  )
}

/** Searches the frames together, which is several times faster, and each of them only if there is a credential in one. */
function scanFrames({ frames, close }: WebSocketConversation, scan: (text: string) => string[]): SecretFinding[] {
  const texts = frames.map(readFrameText)
  const { text, pieces } = joinFrames(texts)
  const joined = [...scan(text), ...scan(close?.reason ?? '')]
  const inPieces = pieces.flatMap((list) => scan(list.map(({ value }) => value).join('')))
  const found =
    joined.length === 0
      ? []
      : texts.flatMap((frame, index) =>
          scan(frame.text).map((kind) => ({ place: `response.websocket.${index}`, kind })),
        )
  const kinds = new Set(found.map(({ kind }) => kind))
  const split = [...joined, ...inPieces.map((kind) => (kind.includes(', ') ? kind : `${kind}, in pieces`))]
  return [
    ...found,
    ...[...new Set(split)]
      .filter((kind) => !kinds.has(kind) && !kinds.has(kind.replace(', in pieces', '')))
      .map((kind) => ({ place: 'response.websocket', kind })),
  ]
}

/**
 * Searches the text of an existing cassette for strings that look like credentials.
 *
 * @returns the line and the kind of each finding; if a credential spans several lines, the line is not given
 */
export function scanText(text: string, options: ScanOptions = {}): SecretFinding[] {
  const scan = createScan(options)
  const kinds = scan(text)
  if (kinds.length === 0) return []
  const lines = text
    .split('\n')
    .flatMap((line, index) => scan(line).map((kind) => ({ place: `line ${index + 1}`, kind })))
  return lines.length > 0 ? lines : kinds.map((kind) => ({ place: 'somewhere in the file', kind }))
}

function createScan({ allowed = [], known }: ScanOptions): (text: string) => string[] {
  const variables = secretVariables()
  const allowedPatterns = allowed.map(({ source, flags }) => new RegExp(source, flags.replace(/[gy]/g, '')))
  const isSecret = (match: string): boolean =>
    match !== REDACTED && !allowedPatterns.some((pattern) => pattern.test(match))
  return (text) => {
    const kinds = new Map<string, string>()
    for (const { text: decoded, how } of possibleDecodings(text)) {
      const options = { variables, known, isSecret, places: DECODED.test(how) ? 'searched' : 'redacted' } as const
      for (const kind of kindsIn(decoded, options)) if (!kinds.has(kind)) kinds.set(kind, how)
    }
    return [...kinds].map(([kind, how]) => (how ? `${kind}, ${how}` : kind))
  }
}

/** Redaction does not reach text in these encodings. */
const DECODED = /base64|hex/

interface KindOptions {
  readonly variables: readonly [name: string, value: string][]
  readonly known: KnownCredentials | undefined
  readonly isSecret: (match: string) => boolean
  /** Whether redaction has replaced the credentials in known places. */
  readonly places: 'searched' | 'redacted'
}

function isValue(name: string, value: string): boolean {
  return !isPlaceholder(value) && isCredential(name, value, 'json')
}

/** The kinds of the credentials in a text. One that several finders find has the kind of the first one. */
function kindsIn(text: string, { variables, known, isSecret, places }: KindOptions): Set<string> {
  const matches: ShapeMatch[] = variables.flatMap(([name, value]) =>
    text.includes(value) ? [{ kind: `the value of ${name}`, text: value }] : [],
  )
  for (const value of known?.valuesIn(text) ?? []) matches.push({ kind: 'a credential of another place', text: value })
  if (places === 'searched' && text.includes('{"')) {
    const add = (value: string): void => void matches.push({ kind: 'the value of a member', text: value })
    redactMembers(text, { isCredential: isValue }, { add })
  }
  for (const find of Object.values(shapeFinders)) {
    const others = matches.map(({ text: other }) => other)
    for (const match of find(text)) if (!others.some((other) => other.includes(match.text))) matches.push(match)
  }
  return new Set(matches.filter(({ text: match }) => isSecret(match)).map(({ kind }) => kind))
}

/** A shorter value of an environment variable can occur by chance. */
const MIN_LENGTH = 10

function secretVariables(): [name: string, value: string][] {
  return Object.entries(environment()).flatMap(([name, value = '']) =>
    isCredentialName(name) && value.length >= MIN_LENGTH && reachOf(value) !== 'nowhere' ? [[name, value]] : [],
  )
}

function textsOf({ request, response }: Interaction): [place: string, text: string][] {
  const headers = (side: string, list: readonly HeaderPair[]): [string, string][] =>
    list.map(([name, value]) => [`${side}.headers.${name}`, value])
  return [
    ['request.url', request.url],
    ...headers('request', request.headers),
    ['request.body', readBodyText(request.body, request.headers).text],
    ['response.status', response.statusText],
    ...headers('response', response.headers),
    ['response.body', readBodyText(response.body, response.headers).text],
  ]
}
