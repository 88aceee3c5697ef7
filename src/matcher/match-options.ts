import { kindOfValue } from '../body/comparable-body.ts'
import { dropParameters } from '../body/url-encoded.ts'
import { parseJsonPath, removeAtPath } from '../json/json-path.ts'
import {
  aFunction,
  type Check,
  type Checks,
  listOf,
  objectOf,
  oneOf,
  refuseOption,
  satisfying,
  stringsOf,
} from '../options/checks.ts'
import { aliasUrl } from './alias-url.ts'
import { maskRequest } from './mask-request.ts'
import { isMask, type MaskName, maskNames, toTextMask } from './masks.ts'
import type { Matcher } from './matcher.ts'
import type { NormalizedRequest } from './normalized-request.ts'

/** Changes a request before it is compared; it runs on recorded and received requests alike. It can change the request in place or return another one. */
export type Normalize = (input: { request: NormalizedRequest }) => NormalizedRequest | undefined | void

/** Whether the frames that a client sends between two frames of the server have to come in their recorded order. */
export type FrameOrder = 'ordered' | 'unordered'

/** Decides when a request equals a recorded one. Default: method, URL and body are equal; headers are ignored. */
export interface MatchOptions {
  /** Headers that have to be equal too. Default: none. */
  headers?: readonly string[]
  /**
   * How bodies are compared. Default `'json'`: JSON, forms and multipart by their values, text regardless of its line endings,
   * other bytes exactly. `'text'`: as text regardless of line endings. `'bytes'`: byte for byte. `'ignore'`: not at all. A
   * function: by the value that it returns.
   */
  body?: 'json' | 'text' | 'bytes' | 'ignore' | ((input: { request: NormalizedRequest }) => unknown)
  /** Maps a URL to the one to compare, on both sides, to give several hosts or API versions one name. It can change its argument. */
  url?: (url: URL) => URL | string | undefined | void
  /** Query parameters to ignore on both sides. */
  ignoreQuery?: readonly string[] | 'all'
  /** Changes the whole request, on both sides, after `url` and `ignoreQuery` and before `ignoreBody`. */
  normalize?: Normalize | readonly Normalize[]
  /** JSON paths of the body to ignore on both sides, such as `$.messages[*].id`, `$.metadata` or `$..trace_id`. */
  ignoreBody?: readonly string[]
  /**
   * Texts to mask on both sides because they change on every run: the names of `MaskName`, such as `'uuid'`, `'iso-date'` or
   * `'unix-time'`, and regular expressions, whose flags `g` and `y` are irrelevant. Applies to the path, the query, compared
   * headers and the body, after all other options. Default: none.
   */
  mask?: readonly (MaskName | RegExp)[]
  /**
   * Whether a request also equals a recorded one if both repeat what the answer before them said, even if these answers differ, so
   * that a turn of a conversation can be recorded again without the following ones. Default `false`.
   */
  echoes?: boolean
  /**
   * Whether the frames that the client of a WebSocket sends between two frames of the server have to come in their recorded order.
   * Default `'ordered'`. Each frame is compared as a body: all options for bodies apply.
   */
  frames?: FrameOrder
  /** Replaces the matchers; `headers` and the choice of `body` then have no effect. */
  matchers?: readonly Matcher[]
}

/** One option: the check of its value and its effect. */
interface MatchOption<Value> {
  readonly check: Check
  /** Creates the step that applies the option to a request before it is compared. Steps run in the order of the table. */
  readonly step?: (value: Value) => Normalize
  /** Whether two requests with equal method, URL, content type and body are equal under this option, too. Default: unknown. */
  readonly keepsEqualBytesEqual?: (value: Value) => boolean
}

type Value<Name extends keyof MatchOptions> = NonNullable<MatchOptions[Name]>

/** The table of options. To add an option, add it to `MatchOptions` and here. */
const table: { readonly [Name in keyof Required<MatchOptions>]: MatchOption<Value<Name>> } = {
  url: {
    check: aFunction,
    step:
      (alias) =>
      ({ request }) => {
        request.url = aliasUrl(request.url, alias)
      },
  },
  ignoreQuery: {
    check: satisfying((value) => value === 'all' || isStrings(value), "a list of names, or 'all'"),
    step:
      (names) =>
      ({ request: { url } }) => {
        if (names === 'all') url.search = ''
        else dropParameters(url, (name) => names.includes(name))
      },
    keepsEqualBytesEqual: () => true,
  },
  normalize: {
    check: satisfying(
      (value) => [value].flat().every((each) => typeof each === 'function'),
      'a function or a list of functions',
    ),
    step: (normalizers) => (input) => [normalizers].flat().reduce(applyNormalize, input.request),
  },
  ignoreBody: {
    check: checkPaths,
    step: (texts) => {
      const paths = texts.map((text) => parseJsonPath(text) ?? [])
      return ({ request }) => {
        for (const path of paths) removeAtPath(request.body, path)
      }
    },
    keepsEqualBytesEqual: () => true,
  },
  mask: {
    check: checkMasks,
    step: (masks) => {
      const mask = toTextMask(masks)
      return ({ request }) => maskRequest(request, mask)
    },
    keepsEqualBytesEqual: () => true,
  },
  headers: {
    check: listOf((name) => typeof name === 'string' && /^[!#$%&'*+.^_`|~\w-]+$/.test(name), 'a list of header names'),
    keepsEqualBytesEqual: (names) => names.length === 0,
  },
  body: {
    check: satisfying(
      (value) => typeof value === 'function' || ['json', 'text', 'bytes', 'ignore'].some((word) => word === value),
      "a function or one of 'json', 'text', 'bytes', 'ignore'",
    ),
    keepsEqualBytesEqual: (body) => typeof body !== 'function',
  },
  echoes: {
    check: satisfying((value) => typeof value === 'boolean', 'true or false'),
    keepsEqualBytesEqual: () => true,
  },
  frames: { check: oneOf(['ordered', 'unordered']), keepsEqualBytesEqual: () => true },
  matchers: { check: listOf(isMatcher, 'a list of matchers: { name, key }') },
}

const names = Object.keys(table) as (keyof MatchOptions)[]

/** Checks the option `match`. */
export const checkMatchOptions: Check = objectOf<MatchOptions>(
  Object.fromEntries(names.map((name) => [name, table[name].check])) as Checks<MatchOptions>,
)

/** Creates the steps that change a request before it is compared, in their order. */
export function toSteps(options: MatchOptions): Normalize[] {
  return names.flatMap((name) => toStep(name, options[name]))
}

/** Tells whether requests with equal method, URL, content type and body are equal for certain, so that no key is needed. */
export function keepsEqualBytesEqual(options: MatchOptions): boolean {
  return names.every((name) => keepsEqual(name, options[name]))
}

/** A body that the function replaces is compared as its value: two kinds of bodies can become equal. */
function applyNormalize(request: NormalizedRequest, normalize: Normalize): NormalizedRequest {
  const { body } = request
  const normalized = normalize({ request }) ?? request
  if (normalized.body !== body) normalized.bodyKind = kindOfValue(normalized.body)
  return normalized
}

function toStep<Name extends keyof MatchOptions>(name: Name, value: MatchOptions[Name]): Normalize[] {
  const option: MatchOption<Value<Name>> = table[name]
  return value === undefined || value === null || !option.step ? [] : [option.step(value)]
}

function keepsEqual<Name extends keyof MatchOptions>(name: Name, value: MatchOptions[Name]): boolean {
  const option: MatchOption<Value<Name>> = table[name]
  return value === undefined || value === null || option.keepsEqualBytesEqual?.(value) === true
}

function checkPaths(value: unknown, option: string): void {
  stringsOf("a list of JSON paths such as '$.metadata.trace_id'")(value, option)
  const texts = (value ?? []) as readonly string[]
  for (const [index, text] of texts.entries()) {
    if (parseJsonPath(text)) continue
    refuseOption(`${option}[${index}]`, text, "a JSON path such as '$.messages[*].id', '$.metadata' or '$..trace_id'")
  }
}

function checkMasks(value: unknown, option: string): void {
  const expected = `a regular expression or one of ${maskNames.map((name) => `'${name}'`).join(', ')}`
  listOf(() => true, `a list of masks, each ${expected}`)(value, option)
  for (const [index, mask] of ((value ?? []) as readonly unknown[]).entries())
    satisfying(isMask, expected)(mask, `${option}[${index}]`)
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isMatcher(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'key' in value && typeof value.key === 'function'
  )
}
