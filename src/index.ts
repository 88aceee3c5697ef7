export type {
  Cassette,
  HeaderPair,
  Interaction,
  OpenEnd,
  RecordedChunk,
  RecordedRequest,
  RecordedResponse,
  WebSocketClose,
  WebSocketConversation,
  WebSocketFrame,
  WebSocketPeer,
} from './cassette.ts'
export type { CutRun, SweepCuts } from './cuts/create-sweep-cuts.ts'
export type { SweepReport } from './cuts/sweep.ts'
export { sweepCuts } from './cuts/sweep-cuts.ts'
export type { CutKind, SweepOptions } from './cuts/sweep-options.ts'
export type { Mismatch, NearestInteraction, SearchedCassette } from './diagnostics/mismatch.ts'
export { CassetteMismatchError } from './diagnostics/mismatch-error.ts'
export {
  CassetteCutError,
  CassetteError,
  CassetteEscapedError,
  CassetteExpiredError,
  CassetteFileError,
  CassetteFormatError,
  CassetteNotFoundError,
  CassetteOpenEndError,
  CassetteOptionError,
  CassetteParseError,
  CassetteSamplesError,
  CassetteSaveError,
  CassetteSecretError,
  CassetteSessionError,
  CassetteUnplayedError,
  CassetteUnreadableError,
  CassetteUnusedError,
  type SecretFinding,
} from './errors/errors.ts'
export type { Fault, FaultPosition } from './faults/fault.ts'
export { cassetteFormats } from './format/cassette-formats.ts'
export type { CassetteFormat } from './format/format-summary.ts'
export type { WritableFormat } from './format/formats.ts'
export { parseCassette } from './format/parse-cassette.ts'
export { type StringifyOptions, stringifyCassette } from './format/stringify-cassette.ts'
export type { HttpRequest } from './http/http-request.ts'
export type { TelemetryOptions, TelemetryService } from './http/telemetry.ts'
export { matchBody } from './matcher/body.ts'
export { matchHeaders } from './matcher/headers.ts'
export { type LlmRule, llmDefaults } from './matcher/llm-defaults.ts'
export type { MaskName } from './matcher/masks.ts'
export type { MatchOptions, Normalize } from './matcher/match-options.ts'
export type { Difference, Matcher, MatcherResult } from './matcher/matcher.ts'
export { matchMethod } from './matcher/method.ts'
export type { NormalizedRequest } from './matcher/normalized-request.ts'
export { matchUrl } from './matcher/url.ts'
export { listenOptions } from './msw/listen-options.ts'
export { scopedCassettes } from './msw/scoped-cassettes.ts'
export type { FetchSession } from './open/fetch-session.ts'
export { fromCassette } from './open/from-cassette.ts'
export { openCassette } from './open/open-cassette.ts'
export type { CassetteSession } from './open/public-session.ts'
export type { SessionUsage } from './open/session-usage.ts'
export type { CassetteDecorator, WithCassette } from './open/test-decorator.ts'
export { currentSession, withCassette } from './open/with-cassette.ts'
export type { Hook, Hooks } from './options/hooks.ts'
export type { Mode } from './options/mode.ts'
export type { Repeat } from './replay/player.ts'
export type { CallTotals } from './runner/call-totals.ts'
export type { RedactOptions } from './secret/redact-options.ts'
export type { CassetteServer } from './serve/listen.ts'
export type { ListenOptions } from './serve/listen-options.ts'
export { cassetteDefaults } from './session/cassette-defaults.ts'
export type { CassetteOptions } from './session/cassette-options.ts'
export type { CassetteSource } from './session/cassette-source.ts'
export type { Expires, OnExpired } from './session/expiry.ts'
export type { ManualStream } from './stream/manual-stream.ts'
export type { Timing, TimingRates } from './stream/timing.ts'
