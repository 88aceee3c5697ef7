import type { Interaction } from '../cassette.ts'
import { findVolatileOption } from '../diagnostics/find-volatile-option.ts'
import { writeJson } from '../json/write-json.ts'
import { readConversation } from '../llm/read-conversation.ts'
import { findMaskedTexts, type MaskName } from '../matcher/masks.ts'
import type { MatcherResult } from '../matcher/matcher.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { maskValue } from '../secret/mask-value.ts'

/** One difference between two runs of the same request. */
interface Change {
  /** Such as `$.messages[1].content`. */
  readonly path: string
  readonly first: string
  readonly second: string
  /** Why it differs; undefined if that is not known. */
  readonly reason: string | undefined
}

/** A request that differs between two runs. */
export interface ChangedRequest {
  readonly changes: readonly Change[]
  /** The option with which it matches, as code; undefined if none of the known ones suffices. */
  readonly option: string | undefined
}

/** One of two runs of a cassette, up to a request. */
export interface RunOfRequest {
  readonly interaction: Interaction
  /** All interactions of the cassette. */
  readonly interactions: readonly Interaction[]
}

/**
 * Explains how a request differs between two runs.
 *
 * @returns undefined if it is the same
 */
export function explainChanges(first: RunOfRequest, second: RunOfRequest): ChangedRequest | undefined {
  const matcher = createRequestMatcher()
  const results = matcher.compare(first.interaction.request, second.interaction.request)
  const differences = results.flatMap((result) => result.differences)
  if (differences.length === 0) return undefined
  const [firstAnswers, secondAnswers] = [answersOf(first), answersOf(second)]
  const changes = differences.map(({ path, recorded, received }): Change => {
    const isEcho = isAnswer(recorded, firstAnswers) && isAnswer(received, secondAnswers)
    const reason = isEcho ? ECHO : describeMasks(recorded, received)
    return { path, first: shorten(recorded), second: shorten(received), reason }
  })
  const nearest = {
    from: { cassette: { format: 'go-vcr-2', interactions: first.interactions }, matcher },
    interaction: first.interaction,
    index: first.interactions.indexOf(first.interaction),
    results,
  }
  return { changes, option: findVolatileOption(second.interaction.request, nearest) ?? ignoreEchoes(changes, results) }
}

const ECHO = 'an answer of the model, which is sent back'

/** The texts that the model has written in a run. */
function answersOf({ interactions }: RunOfRequest): ReadonlySet<string> {
  const answers = interactions.flatMap((interaction) => readConversation(interaction)?.answers ?? [])
  const texts = answers
    .flatMap(({ parts }) => parts)
    .flatMap((part) => {
      if ('text' in part) return [part.text]
      return part.kind === 'tool-call' ? [String(part.arguments), writeJson(part.arguments)] : []
    })
  return new Set(texts.filter((text) => text.length >= MIN_ANSWER))
}

/** In characters. A shorter text can be equal by chance. */
const MIN_ANSWER = 8

function isAnswer(value: unknown, answers: ReadonlySet<string>): boolean {
  return typeof value === 'string' && (answers.has(value) || [...answers].some((answer) => value.includes(answer)))
}

const NAMES: Readonly<Record<MaskName, string>> = {
  uuid: 'a UUID',
  ulid: 'a ULID',
  'iso-date': 'a date',
  date: 'a date',
  time: 'a time',
  'unix-time': 'a time',
  'temp-path': 'a temporary path',
  'local-port': 'a port',
  hex: 'a random id',
  'random-id': 'a random id',
}

/** The masks whose texts differ between the two values. */
function describeMasks(first: unknown, second: unknown): string | undefined {
  const known = new Set(findMaskedTexts(String(first)).map(({ text }) => text))
  const changed = findMaskedTexts(String(second)).filter(({ text }) => !known.has(text))
  const names = [...new Set(changed.map(({ mask }) => NAMES[mask]))]
  return names.length > 0 ? names.join(', ') : undefined
}

/** If all differences are answers of the model, their paths can be ignored. */
function ignoreEchoes(changes: readonly Change[], results: readonly MatcherResult[]): string | undefined {
  const isBody = results.every(({ matcher, differences }) => matcher === 'body' || differences.length === 0)
  if (!isBody || changes.some(({ reason, path }) => reason !== ECHO || !path.startsWith('$.'))) return undefined
  const paths = [...new Set(changes.map(({ path }) => path.replace(/\[\d+\]/g, '[*]')))]
  return `{ match: { ignoreBody: [${paths.map((path) => `'${path.replaceAll("'", "\\'")}'`).join(', ')}] } }`
}

/** In characters. */
const MAX_SHOWN = 60

/** Only the part in which two values differ would be shorter, but less readable. Credentials are masked. */
function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? 'absent' : writeJson(value)
  const masked = String(maskValue(text))
  return masked.length > MAX_SHOWN ? `${masked.slice(0, MAX_SHOWN)}…` : masked
}
