import { contentOf, type HttpRequest } from '../http/http-request.ts'
import { JsonNumber } from '../json/json-number.ts'
import { writeJson } from '../json/write-json.ts'
import { type MaskName, maskNames, toTextMask } from '../matcher/masks.ts'
import type { Difference } from '../matcher/matcher.ts'
import type { IgnoredTexts } from '../matcher/request-matcher.ts'
import { escapeRegExp } from '../platform/escape-reg-exp.ts'
import { maskValue } from '../secret/mask-secrets.ts'
import type { Nearest, Searchable } from './find-nearest.ts'

const NOTHING: IgnoredTexts = { mask: [], ignoreBody: [], ignoreQuery: [] }

/**
 * Finds the smallest option with which a request equals its nearest recording, if all differences are texts that often change
 * on every run: masks if their texts are known, otherwise the paths of ids and times.
 *
 * @param request the request that matched nothing
 * @param nearest the nearest interaction
 * @returns the option as code, such as `{ match: { mask: ['uuid'] } }`; undefined if any other difference remains
 */
export function findVolatileOption(request: HttpRequest, nearest: Nearest<Searchable>): string | undefined {
  const differences = nearest.results.flatMap((result) => result.differences)
  if (differences.length === 0 || differences.some(isChosen) || contentOf(request).length > MAX_BODY) return undefined
  const { matcher } = nearest.from
  const matches = (option: IgnoredTexts): boolean => matcher.isEqualWith(option, nearest.interaction.request, request)
  const masks = relevantMasks(differences)
  const option = [masks.filter((name) => !VAGUE.includes(name)), masks].flatMap(toCandidates).find(matches)
  return option && write(reduce(option, matches))

  function toCandidates(names: readonly MaskName[]): IgnoredTexts[] {
    return [NOTHING, forEach(differences, names)].map((each) => ({ ...each, mask: [...names, ...each.mask] }))
  }
}

/** In bytes. Each mask is applied to the whole body several times, so a larger one would take minutes. */
const MAX_BODY = 2 * 1024 * 1024

/** An id of the next run can lack what these masks require, such as a digit. A path is certain. */
const VAGUE: readonly MaskName[] = ['hex', 'random-id']

/** A method, a host or a model changes only if somebody changes it. */
function isChosen({ path, recorded, received }: Difference): boolean {
  const inPath = path === 'url.path' && /\/(?:models?|deployments|engines)\//.test(`${recorded}${received}`)
  return inPath || /^(?:method|url\.origin)$|(?:^|[._])(?:model|role)$/i.test(path)
}

/** The masks that change anything in the differences: a body can be large, and is masked several times. */
function relevantMasks(differences: readonly Difference[]): MaskName[] {
  const texts = differences.flatMap(({ path, recorded, received }) => [path, toText(recorded), toText(received)])
  return maskNames.filter((name) => {
    const mask = toTextMask([name])
    return texts.some((text) => mask(text) !== text)
  })
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : writeJson(value ?? null)
}

/** Ignores each difference that no named mask removes, if it looks like an id, a time or a random number. */
function forEach(differences: readonly Difference[], masks: readonly MaskName[]): IgnoredTexts {
  const mask = toTextMask(masks)
  return differences.filter((difference) => !isMasked(difference, mask)).reduce(ignoreDifference, NOTHING)
}

function isMasked({ recorded, received }: Difference, mask: (text: string) => string): boolean {
  return isText(recorded) && isText(received) && mask(String(recorded)) === mask(String(received))
}

function isText(value: unknown): value is string | number | bigint | JsonNumber {
  return ['string', 'number', 'bigint'].includes(typeof value) || value instanceof JsonNumber
}

function ignoreDifference(option: IgnoredTexts, { path, recorded, received }: Difference): IgnoredTexts {
  if (!isText(recorded) || !isText(received)) return option
  const query = /^url\.query(?:\.|\[")([^[\].'"]+)/.exec(path)?.[1]
  if (VOLATILE_NAME.test(toWords(query ?? path))) {
    if (query !== undefined) return { ...option, ignoreQuery: unique([...option.ignoreQuery, query]) }
    if (/^\$./.test(path)) return { ...option, ignoreBody: unique([...option.ignoreBody, generalize(path)]) }
  }
  const pattern = toPattern(String(recorded), String(received))
  return pattern ? { ...option, mask: [...option.mask, pattern] } : option
}

/** Names of members and parameters whose values usually change on every run. */
const VOLATILE_NAME =
  /(?:^|_)(?:id|ids|uuid|guid|nonce|seed|salt|etag|timestamp|ts|time|date|now|at|created|updated|modified|expires|run|session|trace|span|fingerprint)$/

/** In characters. Searching the end of a long path would take long. */
const MAX_NAME = 200

function toWords(path: string): string {
  const name = /([\w-]+)(?:"?\])?(?:\[\d+\])*$/.exec(path.slice(-MAX_NAME))?.[1] ?? ''
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .replaceAll('-', '_')
    .toLowerCase()
}

/** `$.messages[1].id` and `$.messages[2].id` are one path. */
function generalize(path: string): string {
  return path.replace(/\[\d+\]/g, '[*]')
}

/** Creates a pattern for the one random word in which two texts differ, with the word before it. */
function toPattern(recorded: string, received: string): RegExp | undefined {
  const start = wordStart(recorded, commonLength(recorded, received))
  const [was, is] = [wordAt(recorded, start), wordAt(received, start)]
  if (recorded.slice(start + was.length) !== received.slice(start + is.length)) return undefined
  if (!looksRandom(was) || !looksRandom(is)) return undefined
  const [before = ''] = /[^\s\w-]?[\w-]*[^\w\n-]{0,2}$/.exec(recorded.slice(Math.max(0, start - MAX_NAME), start)) ?? []
  // Without a word before it, the pattern would mask every word of a request.
  if (!/[a-z]/i.test(before) || maskValue(before) !== before) return undefined
  return new RegExp(`${escapeRegExp(before)}[\\w-]+`)
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function wordStart(text: string, index: number): number {
  return index - (/[\w-]*$/.exec(text.slice(Math.max(0, index - 100), index))?.[0].length ?? 0)
}

function wordAt(text: string, index: number): string {
  return /^[\w-]*/.exec(text.slice(index, index + 200))?.[0] ?? ''
}

/** Letters and digits in turns, such as `k3j9x`, or many digits; no word, and no version such as `v2`. */
function looksRandom(word: string): boolean {
  const changes = word.replace(/[-_]/g, '').match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0
  return word.length >= 5 && (changes >= 2 || word.replace(/\D/g, '').length >= 5)
}

/** Drops everything that is not necessary, vague masks first. */
function reduce(option: IgnoredTexts, matches: (option: IgnoredTexts) => boolean): IgnoredTexts {
  let least = option
  for (const key of ['ignoreBody', 'ignoreQuery', 'mask'] as const) {
    for (const item of [...option[key]].reverse()) {
      const smaller = { ...least, [key]: (least[key] as readonly unknown[]).filter((each) => each !== item) }
      if (matches(smaller)) least = smaller
    }
  }
  return least
}

function write(option: IgnoredTexts): string {
  const members = (['mask', 'ignoreBody', 'ignoreQuery'] as const).flatMap((name) =>
    option[name].length === 0 ? [] : `${name}: [${option[name].map(quote).join(', ')}]`,
  )
  return `{ match: { ${members.join(', ')} } }`
}

function quote(item: string | RegExp): string {
  return typeof item === 'string' ? `'${item.replace(/['\\]/g, '\\$&')}'` : String(item)
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)]
}
