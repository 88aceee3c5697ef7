import type { Interaction } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { answerTexts, occursIn } from './answer-texts.ts'
import { equalApartFromEchoes } from './equal-apart-from-echoes.ts'
import { continues, type SplitRequest, splitRequest } from './split-request.ts'

/** A request of this session, and how it was answered. */
export interface AnsweredRequest {
  readonly request: HttpRequest
  /** The interaction that answered it: of the cassette, or a recording. */
  readonly answer: Interaction
  /** The index of the interaction that it was answered with, or whose place the recording takes; undefined if it has no place. */
  readonly index: number | undefined
}

/** The places to search for an echo. */
export interface EchoSearch {
  readonly interactions: readonly Interaction[]
  /** In order of arrival. */
  readonly answered: readonly AnsweredRequest[]
  /** The indexes that can be played, in the order in which they are tried. */
  readonly candidates: readonly number[]
  readonly matcher: RequestMatcher
}

/**
 * Finds the interaction that continues a recorded conversation in the way in which a request continues one of this session: after the
 * same turn, with as many messages, and with equal new ones. Texts that both repeat from the answer before them are equal even if the
 * answers differ.
 *
 * The turns before the last answer are not compared again: each was answered in this session, because it matched or was recorded.
 *
 * @returns an index; undefined if the request is not an echo
 */
export function findEcho(request: HttpRequest, search: EchoSearch): number | undefined {
  const received = split(request, search.matcher)
  const previous = received && findPrevious(received, search)
  if (!received || !previous) return undefined
  const said = answerTexts(previous.answer)
  return search.candidates.find((index) => {
    const interaction = search.interactions[index]
    if (!interaction) return false
    const recorded = split(interaction.request, search.matcher)
    if (recorded?.rest !== received.rest || recorded.keys.length !== received.keys.length) return false
    const link = findLink({ index, interaction, recorded }, previous, search)
    if (!link || !isEqualApartFromBody(interaction.request, request, search.matcher)) return false
    const isEcho = (was: string, is: string): boolean => link.mightHaveSaid(was) && occursIn(said, is)
    const { start } = previous
    return equalApartFromEchoes(recorded.messages.slice(start), received.messages.slice(start), isEcho)
  })
}

function split(request: HttpRequest, matcher: RequestMatcher): SplitRequest | undefined {
  return splitRequest(matcher.toComparable(request)?.body)
}

function isEqualApartFromBody(recorded: HttpRequest, received: HttpRequest, { compare }: RequestMatcher): boolean {
  return compare(recorded, received).every(({ matcher, differences }) => matcher === 'body' || differences.length === 0)
}

/** The turn that a request continues. */
interface PreviousTurn {
  readonly answer: Interaction
  readonly index: number
  /** The number of its messages. */
  readonly start: number
}

function findPrevious(received: SplitRequest, { answered, matcher }: EchoSearch): PreviousTurn | undefined {
  for (const { request, answer, index } of answered.toReversed()) {
    const earlier = split(request, matcher)
    if (earlier && continues(received, earlier))
      return index === undefined ? undefined : { answer, index, start: earlier.keys.length }
  }
  return undefined
}

interface Candidate {
  readonly index: number
  readonly interaction: Interaction
  readonly recorded: SplitRequest
}

/** How a recorded turn follows another one. */
interface Link {
  /** Tells whether the answer of the other turn contained a text, as far as that is still known. */
  mightHaveSaid(text: string): boolean
}

/**
 * Tells whether an interaction follows the previous turn: it begins with its recorded messages. If the turn is newer, because it was
 * healed, the messages with which the interaction begins are no longer in the cassette. It then follows the turn unless it begins with the
 * messages of another turn that was played. A turn that is being healed has to pass both tests, so that the next run can replay it.
 */
function findLink(candidate: Candidate, { answer, index, start }: PreviousTurn, search: EchoSearch): Link | undefined {
  const earlier = search.interactions[index]
  const before = earlier && split(earlier.request, search.matcher)
  if (!earlier || candidate.index === index) return undefined
  const isHealedNow = answer !== earlier
  const mightFollow = isNewer(answer, candidate.interaction) && !followsAnother(candidate, index, start, search)
  if (isHealedNow && !mightFollow) return undefined
  if (before?.keys.length === start && continues(candidate.recorded, before)) {
    const said = answerTexts(earlier)
    return { mightHaveSaid: (text) => occursIn(said, text) }
  }
  return mightFollow && (!isHealedNow || isNewer(earlier, candidate.interaction))
    ? { mightHaveSaid: () => true }
    : undefined
}

/** An interaction without a date is not known to be older. */
function isNewer({ recordedAt }: Interaction, than: Interaction): boolean {
  return recordedAt !== undefined && than.recordedAt !== undefined && recordedAt > than.recordedAt
}

function followsAnother(candidate: Candidate, turn: number, start: number, search: EchoSearch): boolean {
  return search.answered.some(({ index }) => {
    if (index === undefined || index === turn || index === candidate.index) return false
    const other = search.interactions[index]
    const before = other && split(other.request, search.matcher)
    return before?.keys.length === start && continues(candidate.recorded, before)
  })
}
