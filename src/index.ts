export type {
  Cassette,
  HeaderPair,
  Interaction,
  RecordedChunk,
  RecordedRequest,
  RecordedResponse,
} from './cassette.ts'
export type { Mismatch, NearestInteraction, SearchedCassette } from './diagnostics/mismatch.ts'
export { CassetteMismatchError } from './diagnostics/mismatch-error.ts'
export {
  CassetteError,
  CassetteExpiredError,
  CassetteFormatError,
  CassetteNotFoundError,
  CassetteOptionError,
  CassetteParseError,
  CassetteSaveError,
  CassetteSecretError,
  CassetteSessionError,
  CassetteUnplayedError,
  CassetteUnreadableError,
  type SecretFinding,
} from './errors/errors.ts'
export { type CassetteFormat, cassetteFormats } from './format/cassette-formats.ts'
export type { WritableFormat } from './format/formats.ts'
export { parseCassette } from './format/parse-cassette.ts'
export { type StringifyOptions, stringifyCassette } from './format/stringify-cassette.ts'
export type { HttpRequest as RawRequest } from './http/http-request.ts'
export { matchBody } from './matcher/body.ts'
export { matchHeaders } from './matcher/headers.ts'
export { type LlmRule, llmDefaults } from './matcher/llm-defaults.ts'
export type { MatchOptions, Normalize } from './matcher/match-options.ts'
export type { Difference, Matcher, MatcherResult as Verdict } from './matcher/matcher.ts'
export { matchMethod } from './matcher/method.ts'
export type { NormalizedRequest as MatchRequest } from './matcher/normalized-request.ts'
export { matchUrl } from './matcher/url.ts'
export { listenOptions } from './msw/listen-options.ts'
export { scopedCassettes } from './msw/scoped-cassettes.ts'
export { fromCassette } from './open/from-cassette.ts'
export { openCassette } from './open/open-cassette.ts'
export { type CassetteDecorator, currentSession, withCassette } from './open/with-cassette.ts'
export type { Hook, Hooks } from './options/hooks.ts'
export { type Mode, modes } from './options/mode.ts'
export type { Repeat } from './replay/player.ts'
export type { RedactOptions } from './secret/redact-options.ts'
export type { CassetteOptions } from './session/cassette-options.ts'
export type { CassetteSession } from './session/cassette-session.ts'
export type { Expires, OnExpired } from './session/expiry.ts'
export type { CassetteSource } from './session/load-cassette.ts'
export type { Timing, TimingRates } from './stream/timing.ts'
