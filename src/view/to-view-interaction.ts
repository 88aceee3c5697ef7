import { decompress } from '../body/decompress.ts'
import { findHeader, type Interaction, type RecordedResponse } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { contentOf, contentTypeOf } from '../http/http-request.ts'
import { given } from '../json/members.ts'
import type { Conversation } from '../llm/conversation.ts'
import { countTokens } from '../llm/count-tokens.ts'
import { responseTimes } from '../stream/timed-events.ts'
import { createAnswerProgress } from './answer-progress.ts'
import { firstWords } from './first-words.ts'
import type { TextBudget } from './text-budget.ts'
import { type ShownBody, toViewBody } from './to-view-body.ts'
import { toViewConversation } from './to-view-conversation.ts'
import { toViewFrames } from './to-view-frames.ts'
import { toViewStream } from './to-view-stream.ts'
import type { Badge, ViewDiff, ViewInteraction } from './view-data.ts'

/** An interaction, and everything that is known about it. */
export interface InteractionToView {
  /** Its index in its cassette. */
  readonly index: number
  readonly interaction: Interaction
  /** Absent if no known protocol fits. */
  readonly conversation: Conversation | undefined
  /** The conversation of the interaction before it. */
  readonly previous: Conversation | undefined
  /** Badges that need more than the interaction. */
  readonly badges: readonly Badge[]
  /** The comparison with another recording. */
  readonly diff: ViewDiff | undefined
}

/** Converts an interaction to what the page shows. */
export async function toViewInteraction(
  { index, interaction, conversation, previous, badges, diff }: InteractionToView,
  budget: TextBudget,
): Promise<ViewInteraction> {
  const { request, response, line, recordedAt, sample } = interaction
  const shown = await readResponse(interaction)
  const viewed = conversation && toViewConversation(conversation, previous, budget)
  const { websocket, duration = 0 } = response
  const progress = createAnswerProgress(viewed)
  const stream = websocket
    ? toViewFrames(websocket, duration, progress, budget)
    : toViewStream(shown, response, progress, budget)
  return {
    index,
    method: request.method,
    url: request.url,
    ...splitUrl(request.url),
    status: response.status,
    statusText: response.statusText,
    words: firstWords(conversation),
    ...given({
      line,
      recordedAt: recordedAt?.toISOString(),
      model: conversation?.model,
      duration: responseTimes(response).total,
      tokens: countTokens(conversation?.usage),
      conversation: viewed,
      stream,
      diff,
    }),
    badges: [
      ...(hasFailed(response, conversation) ? (['error'] as const) : []),
      ...(sample === undefined ? [] : [`sample ${sample}` as const]),
      ...badges,
    ],
    request: {
      headers: request.headers,
      body: toViewBody({ bytes: contentOf(request), contentType: contentTypeOf(request) }, budget),
    },
    response: { headers: response.headers, body: toViewBody(shown, budget) },
  }
}

async function readResponse(interaction: Interaction): Promise<ShownBody> {
  const contentType = findHeader(interaction.response.headers, 'content-type') ?? ''
  try {
    return { bytes: await decompress(interaction), contentType }
  } catch (error) {
    return { bytes: interaction.response.body, contentType, failure: describeCause(error) }
  }
}

/** A placeholder can make a URL invalid. */
function splitUrl(url: string): { host: string; path: string } {
  const [, host = '', path = ''] = /^[a-z][\w+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)(.*)$/is.exec(url) ?? []
  return host === '' ? { host: '', path: url } : { host, path: path || '/' }
}

function hasFailed({ status, websocket }: RecordedResponse, conversation: Conversation | undefined): boolean {
  return (status < 200 && !websocket) || status >= 400 || conversation?.error !== undefined
}
