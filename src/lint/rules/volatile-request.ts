import { findHeader, type Interaction } from '../../cassette.ts'
import { contentOf } from '../../http/http-request.ts'
import { findMaskedTexts, type MaskedText, type MaskName } from '../../matcher/masks.ts'
import type { LintRule, Problem } from '../lint-rule.ts'
import type { Part } from '../place.ts'

/** A text that the code under test possibly creates on every run. The request then matches only once. */
export const volatileRequest: LintRule = {
  name: 'volatile-request',
  severity: 'info',
  summary: 'ids and dates of the recording in a request, with the mask that ignores them',
  check({ interactions }) {
    const answered = new Set<string>()
    return interactions.flatMap((interaction, index) => {
      const problems = findVolatile(interaction, answered).map(
        ({ part, mask, text }): Problem => ({
          message:
            `this request contains ${NAMES[mask]}, ${shorten(text)}. If it changes on every run, ` +
            `mask it: { match: { mask: ['${mask}'] } }`,
          place: { kind: 'interaction', index, part, text },
        }),
      )
      for (const { text } of findMaskedTexts(decode(interaction.response.body))) answered.add(text)
      return problems
    })
  },
}

interface VolatileText extends MaskedText {
  readonly part: Part
}

/**
 * Finds the first text of each mask. A text of an earlier answer comes back in every replay, so it does not change.
 *
 * @param answered the texts of all earlier responses
 */
function findVolatile(interaction: Interaction, answered: ReadonlySet<string>): VolatileText[] {
  const { request } = interaction
  const time = timeOf(interaction)
  const found = [
    ...findMaskedTexts(request.url).map((each) => ({ ...each, part: 'request.url' as const })),
    ...findMaskedTexts(decode(contentOf(request))).map((each) => ({ ...each, part: 'request.body' as const })),
  ].filter(({ mask, text }) => NAMES[mask] !== undefined && isOfRecording(mask, text, time) && !answered.has(text))
  return found.filter(({ mask }, index) => found.findIndex((each) => each.mask === mask) === index)
}

/** The masks whose texts are rarely a part of a constant request. */
const NAMES: Readonly<Partial<Record<MaskName, string>>> = {
  uuid: 'a UUID',
  ulid: 'a ULID',
  'iso-date': 'the date of the recording',
  date: 'the date of the recording',
  'unix-time': 'the time of the recording',
  'temp-path': 'a temporary path',
}

/** In ms. The recorder and the code can be in different time zones. */
const NEAR = 36 * 3_600_000

/** A date is volatile if it is that of the recording. All others are probably constants. */
function isOfRecording(mask: MaskName, text: string, time: number | undefined): boolean {
  // Base64 has letters of both cases.
  if (mask === 'ulid') return text === text.toUpperCase() || text === text.toLowerCase()
  if (!['iso-date', 'date', 'unix-time'].includes(mask)) return true
  const date = mask === 'unix-time' ? Number(text.slice(0, 10)) * 1000 : Date.parse(text)
  return time !== undefined && Math.abs(date - time) <= NEAR
}

/** When an interaction was recorded, in ms; undefined if neither its recorder nor its server noted it. */
function timeOf({ recordedAt, response }: Interaction): number | undefined {
  const time = recordedAt?.getTime() ?? Date.parse(findHeader(response.headers, 'date') ?? '')
  return Number.isNaN(time) ? undefined : time
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
