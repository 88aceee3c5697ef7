import { sampleOf } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { isRetryableStatus } from '../http/is-retryable-status.ts'
import { isTokenExchange } from '../http/token-exchange.ts'
import { messagesOf } from '../json/json-rpc.ts'
import { parseJson } from '../json/parse-json.ts'
import { currentTime, startTimer } from '../platform/clock.ts'
import type { Transport } from '../stream/replay-stream.ts'
import { type Capture, captureExchange, type OngoingExchange } from './capture-exchange.ts'
import { findAnswerError } from './find-answer-error.ts'

/** A request that is recorded with samples. */
interface SampledRequest {
  readonly request: IncomingRequest
  readonly abortController: AbortController
  readonly transport: Transport
  readonly samples: {
    /** How often it is sent. */
    readonly perRequest: number
    /** The number of the sample that is recorded, if the test runs once for each. */
    readonly current: number
    /** How often it runs; the request is then sent once. */
    readonly runs?: number
  }
}

/**
 * Sends a request and captures the exchange as a sample, see `captureExchange`. As soon as its client gets a successful answer, the same
 * request is sent for the further samples, all simultaneously. An error is not sampled, because clients retry it. If a sample fails,
 * none of them can be recorded.
 */
export async function captureSamples({
  request,
  abortController,
  transport,
  samples: { current, perRequest, runs },
}: SampledRequest): Promise<OngoingExchange> {
  const exchange = await captureExchange(request, abortController, transport)
  const { response, captured, soFar, endNow } = exchange
  const isSampled = runs === undefined && response.ok && !changesState(request)
  const sampled = Promise.all(
    Array.from({ length: isSampled ? perRequest - 1 : 0 }, (_, index) => captureSample(request, index + 1)),
  )
  return {
    response,
    captured: Promise.all([captured, sampled]).then(
      ([capture, others]) => capture && join([toSample(capture, current), ...others], runs ?? perRequest),
    ),
    sampled,
    soFar: () => toSample(soFar(), current),
    endNow: () => toOptionalSample(endNow(), current),
  }
}

/** A code for a token can be used once, and an MCP server has a session. */
function changesState(request: IncomingRequest): boolean {
  return isTokenExchange(request) || messagesOf(parseJson(new TextDecoder().decode(request.body))).length > 0
}

type Sample = Capture | { readonly failure: string }

/** As often as SDKs retry by default. */
const RETRIES = 2

async function captureSample(request: IncomingRequest, sample: number): Promise<Sample> {
  try {
    for (let attempt = 0; ; attempt++) {
      const capture = await captureAlone(request)
      if (!capture) return { failure: 'the connection broke' }
      if (capture.interaction.response.openEnd) return { failure: TOO_LONG }
      const { status } = capture.interaction.response
      if (!isRetryableStatus(status) || attempt === RETRIES) return toSample(capture, sample)
      await sleep(retryDelay(capture.received, attempt))
    }
  } catch (error) {
    return { failure: describeCause(error) }
  }
}

/** A stream that is never silent and never ends. */
const LIMIT_MS = 600_000
const TOO_LONG = 'the answer did not end within 10 minutes'

/** Sends a request without a client that can leave. */
async function captureAlone(request: IncomingRequest): Promise<Capture | undefined> {
  const { signal } = new AbortController()
  const abortController = new AbortController()
  const cancel = startTimer(() => abortController.abort(new Error(TOO_LONG)), LIMIT_MS)
  try {
    const { captured } = await captureExchange({ ...request, signal }, abortController, 'direct')
    return await captured
  } finally {
    cancel()
  }
}

const MAX_DELAY_MS = 60_000

function retryDelay(headers: Headers, attempt: number): number {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN)
  const after = headers.get('retry-after') ?? ''
  const seconds = /^[\d.]+$/.test(after) ? Number(after) : (Date.parse(after) - currentTime()) / 1000
  const delay = [ms, seconds * 1000].find((each) => each >= 0) ?? 500 * 2 ** attempt
  return Math.min(delay, MAX_DELAY_MS)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => void startTimer(resolve, ms))
}

function toOptionalSample(capture: Capture | undefined, sample: number): Capture | undefined {
  return capture && toSample(capture, sample)
}

function toSample(capture: Capture, sample: number): Capture {
  return sample === 0 ? capture : { ...capture, interaction: { ...capture.interaction, sample } }
}

function join([first, ...others]: [Capture, ...Sample[]], total: number): Capture {
  const failures = [first, ...others].flatMap((each, index) => {
    const failure = 'interaction' in each ? judge(each, index) : each.failure
    return failure === undefined ? [] : [`sample ${sampleOf(first.interaction) + index} of ${total} failed: ${failure}`]
  })
  const samples = others.filter((each) => 'interaction' in each)
  const [failure] = failures
  if (failure === undefined) return { ...first, ...(samples.length > 0 && { samples }) }
  return { ...first, failure: `${failure}. Nothing of it is recorded: record again, or fewer samples` }
}

/** The client gets the first answer, and decides itself how to treat an error. */
function judge({ interaction }: Capture, index: number): string | undefined {
  const { status } = interaction.response
  if (status >= 300) return index === 0 ? undefined : `the answer has the status ${status}`
  const error = findAnswerError(interaction)
  return error === undefined ? undefined : `the answer contains an error (${error})`
}
