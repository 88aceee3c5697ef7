import { isRegExp } from '../platform/cross-realm.ts'

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const DAY = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+)?'
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s?[AaPp]\\.?[Mm]\\b\\.?)?'
const ZONE = '(?:\\s?(?:Z|UTC|GMT)?(?:[+-]\\d{2}:?\\d{2})?(?:\\s\\([^()]{0,60}\\))?)'

/**
 * Texts that often change on every run. A later pattern gets what the earlier ones have left, so the specific ones come first.
 * Each is delimited, so that it masks a whole text and no part of a longer one.
 */
const patterns = {
  uuid: /(?<![\da-z])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-z])/gi,
  ulid: /(?<![\da-z])[0-7][\dA-HJKMNP-TV-Z]{25}(?![\da-z])/gi,
  'iso-date':
    /(?<!\d|\d-)\d{4}-\d{2}-\d{2}(?:[T_ ]\d{2}[:-]?\d{2}(?:[:-]?\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2}\b)?)?(?![\d-])|(?<!\w)\d{8}T\d{6}(?:\.\d+)?Z?(?!\w)/g,
  date: new RegExp(
    `(?<![\\w-])${DAY}(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH}(?:,?[ -]\\d{4})?|` +
      `\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})|\\d{4}/\\d{2}/\\d{2})(?:,?(?: at)? ${CLOCK}${ZONE})?(?: \\d{4})?(?![\\w-])`,
    'g',
  ),
  time: new RegExp(`(?<![\\d:.])${CLOCK}${ZONE}(?![\\d:])`, 'g'),
  'unix-time': /(?<![\w.-])[12]\d{9}(?:\d{3}|\d{6}|\d{9})?(?:\.\d+)?(?![\w-]|\.\d)/g,
  'temp-path':
    /(?:(?:\/private)?\/var\/folders\/[\w+]{2}\/[\w+]+|(?:\/private)?\/(?:var\/)?tmp|[A-Za-z]:(?:\\\\?|\/)Users(?:\\\\?|\/)[^\\/\s"']+(?:\\\\?|\/)AppData(?:\\\\?|\/)Local(?:\\\\?|\/)Temp)(?:(?:\\\\?|\/)[\w.@+~-]*[\w@+~-])+/g,
  'local-port': /(?<=(?:localhost|127\.0\.0\.1|\[::1\]):)\d{2,5}(?!\d)/g,
  hex: /(?<![\da-z])(?=[\da-f]*\d)(?=\d*[a-f])[\da-f]{12,}(?![\da-z])/gi,
  'random-id': /(?<![\w+/=])(?=[\w-]{0,63}\d)(?=[\w-]{0,63}[a-z])(?=[\w-]{0,63}[A-Z])[\w-]{10,64}(?![\w+/=])/g,
} as const satisfies Record<string, RegExp>

/**
 * A text that changes on every run:
 *
 * - `uuid`, `ulid`
 * - `iso-date`: `2026-11-24`, with or without a time
 * - `date`: `Tue, 24 Nov 2026 08:02:57 GMT`, `November 24, 2026`, `11/24/2026`
 * - `time`: `08:02:57`, `8:02 AM`
 * - `unix-time`: seconds to nanoseconds since 1970, also as a JSON number
 * - `temp-path`: a file in the temporary folder
 * - `local-port`: the port after `localhost:`
 * - `hex`: at least 12 hexadecimal digits
 * - `random-id`: 10 to 64 letters, digits, `_` and `-`, among them a digit, a capital and a small letter
 */
export type MaskName = keyof typeof patterns

/** The names of masks, specific ones first. */
export const maskNames = Object.keys(patterns) as MaskName[]

/** Tells whether a value is one that the option `mask` can contain. */
export function isMask(value: unknown): value is MaskName | RegExp {
  return isRegExp(value) || (typeof value === 'string' && Object.hasOwn(patterns, value))
}

/**
 * Creates a function that replaces every text that a mask matches by the name of the mask.
 *
 * @param masks names, and regular expressions of any realm
 */
export function toTextMask(masks: readonly (MaskName | RegExp)[]): (text: string) => string {
  // Named masks first, and in the order of the table: the order in the option is irrelevant.
  const named = maskNames.filter((name) => masks.includes(name))
  const replacements = [
    ...masks.filter(isRegExp).map((mask) => ({ pattern: toGlobal(mask), text: '(masked)' })),
    ...named.map((name) => ({ pattern: patterns[name], text: `(${name})` })),
  ]
  return (text) => replacements.reduce((masked, each) => masked.replace(each.pattern, each.text), text)
}

/** A text that a named mask matches. */
export interface MaskedText {
  readonly mask: MaskName
  readonly text: string
}

/** Finds the texts that the named masks match. As in `mask`, a later mask gets what the earlier ones have left. */
export function findMaskedTexts(text: string): MaskedText[] {
  const found: MaskedText[] = []
  let rest = text
  for (const mask of maskNames) {
    rest = rest.replace(patterns[mask], (match) => {
      found.push({ mask, text: match })
      return `(${mask})`
    })
  }
  return found
}

function toGlobal({ source, flags }: RegExp): RegExp {
  return new RegExp(source, `${flags.replace(/[gy]/g, '')}g`)
}
