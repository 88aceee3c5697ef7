import { anyEnding } from './any-ending.ts'
import {
  certainCompanions,
  codeCompanions,
  credentialNames,
  ignoredLastWords,
  type NameGroup,
} from './credential-names.ts'
import { isDescription, isLabel, isPlaceholder, isUuid, looksLikeCredential } from './looks-like-credential.ts'
import { isSeedPhrase } from './seed-phrase.ts'

/** The kind of place in which a name occurs. */
export type NamePlace = 'json' | 'parameter'

/**
 * Tells whether a name and its value are a credential. The same rule holds in headers, queries, forms, JSON, XML and connection strings.
 *
 * @param name in any spelling: `X-Api-Key`, `apiKey`, `x.api.key`
 * @param value decoded
 */
export function isCredential(name: string, value: string, place: NamePlace): boolean {
  switch (groupOf(name)) {
    case 'certain':
      return place !== 'json' || !(isDescription(value) || isLabel(name, value))
    case 'likely':
      return looksLikeCredential(value) || isPlaceholder(value) || isUuidOfLikely(name, value) || isSeedPhrase(value)
    case 'signature':
      return place !== 'json' && (looksLikeCredential(value) || isUuid(value))
    default:
      return false
  }
}

/**
 * Tells whether the value of a likely name is a UUID and a credential: a UUID under `key` is the key of an item in a list, except in the
 * header of a vendor, such as `X-RapidAPI-Key`.
 */
export function isUuidOfLikely(name: string, value: string): boolean {
  return isUuid(value) && (/^x-/i.test(name) || !/keys?$/i.test(name))
}

/** Tells whether a name announces a credential, whatever its value is: of a protocol, a challenge or a variable. */
export function isCredentialName(name: string): boolean {
  const group = groupOf(name)
  return group === 'certain' || group === 'likely'
}

/** Tells whether the names beside a name decide whether it is a credential. */
export function needsSiblings(name: string): boolean {
  return name === 'code' || certainCompanions.has(name)
}

/** A parameter or a member of JSON, with the names beside it. */
interface NameAmongOthers {
  readonly name: string
  readonly value: string
  readonly place: NamePlace
  readonly siblings: ReadonlySet<string>
}

/** Tells whether the value of a name such as `code` or `token` is a credential, judging by the names beside it. */
export function isCredentialAmong({ name, value, place, siblings }: NameAmongOthers): boolean {
  const companion = certainCompanions.get(name)
  if (companion !== undefined && hasAny(siblings, [companion])) return true
  if (name !== 'code' || value.length < 8) return false
  if (place === 'parameter') return hasAny(siblings, [...codeCompanions.certain, ...codeCompanions.likely])
  // An address in JSON has a code and a state, too.
  if (hasAny(siblings, codeCompanions.certain)) return !/^[A-Za-z]+(?:_[A-Za-z]+)*$/.test(value)
  return hasAny(siblings, codeCompanions.likely) && looksLikeCredential(value)
}

function hasAny(names: ReadonlySet<string>, others: readonly string[]): boolean {
  return others.some((other) => names.has(other) || names.has(toCamelCase(other)))
}

function toCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const ANY_ENDING = new RegExp(anyEnding, 'i')

const MAX_CACHED = 5000
const cache = new Map<string, NameGroup>()

/** The group of a name, see `credentialNames`. */
export function groupOf(name: string): NameGroup {
  const known = cache.get(name)
  if (known) return known
  if (name.length > 100) return 'harmless'
  if (cache.size >= MAX_CACHED) cache.clear()
  const group = ANY_ENDING.test(name) ? findGroup(toWords(name)) : 'harmless'
  cache.set(name, group)
  return group
}

const endings = new Map<string, NameGroup>(
  (['certain', 'likely', 'signature', 'harmless'] as const).flatMap((group) =>
    credentialNames[group].map((ending) => [ending, group] as const),
  ),
)

/** The most words of an ending. */
const MAX_WORDS = 3

function findGroup(words: readonly string[]): NameGroup {
  for (let count = Math.min(MAX_WORDS, words.length); count > 0; count--) {
    const group = endings.get(words.slice(-count).join(' ')) ?? endings.get(singular(words.slice(-count).join(' ')))
    if (group) return group
  }
  const last = words.at(-1) ?? ''
  return findGlued(last) ?? findGlued(singular(last)) ?? 'harmless'
}

/** Many credentials have a plural; `tokens` and `keys` alone are counts and names. */
function singular(ending: string): string {
  return /^(?:tokens|keys)$/.test(ending) ? ending : ending.replace(/s$/, '')
}

/** Words without a separator, such as `apikey` and `dbpassword`; the longest first. */
const glued = [...endings].map(([ending, group]) => [ending.replaceAll(' ', ''), group] as const).filter(isLong)
glued.sort(([a], [b]) => b.length - a.length)

/** A short ending is part of many words, as in `grasp` and `monkey`. */
function isLong([ending]: readonly [string, NameGroup]): boolean {
  return ending.length >= 5 && ending !== 'idtoken'
}

function findGlued(word: string): NameGroup | undefined {
  return glued.find(([ending]) => word.endsWith(ending))?.[1]
}

/** Splits `X-Api-Key`, `xApiKey` and `x.api.key` into `x`, `api` and `key`. */
function toWords(name: string): string[] {
  const words = name
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean)
  while (words.length > 1 && (/^\d+$/.test(words.at(-1) ?? '') || ignoredLastWords.includes(words.at(-1) ?? '')))
    words.pop()
  return words.map((word) => word.replace(/(?<=[a-z]{2})\d{1,2}$/, ''))
}
