import type { Matcher } from './matcher.ts'
import type { NormalizedRequest } from './normalized-request.ts'

/** Changes a request before it is compared; applied to the recorded and the received one alike. In place, or by returning another. */
export type Normalize = (input: { request: NormalizedRequest }) => NormalizedRequest | undefined | void

/** What makes a request equal to a recorded one. By default: method, URL and body; no headers. */
export interface MatchOptions {
  /** Headers that have to be equal too. Default: none. */
  headers?: readonly string[]
  /**
   * How bodies compare. Default `'json'`: JSON, forms and multipart by their values, text whatever its line endings, other
   * bytes as they are. `'text'`: as text whatever its line endings. `'bytes'`: byte for byte. `'ignore'`: not at all. A
   * function: by what it returns.
   */
  body?: 'json' | 'text' | 'bytes' | 'ignore' | ((input: { request: NormalizedRequest }) => unknown)
  /** JSON paths of the body that are irrelevant on both sides, such as `$.messages[*].id`, `$.metadata` or `$..trace_id`. */
  ignoreBody?: readonly string[]
  /** Query parameters that are irrelevant on both sides. */
  ignoreQuery?: readonly string[] | 'all'
  /** Maps a URL to the one to compare, on both sides: to give hosts or API versions the same name. It may change its argument. */
  url?: (url: URL) => URL | string | undefined | void
  /** Changes the whole request, on both sides, after `url` and `ignoreQuery` and before `ignore`. */
  normalize?: Normalize | readonly Normalize[]
  /** Replaces the matchers: `headers` and the choice of `body` are then without effect. */
  matchers?: readonly Matcher[]
}
