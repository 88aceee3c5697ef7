import { decompress } from '../body/decompress.ts'
import { chunksFitBody, findHeader, type Interaction, type RecordedResponse } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { contentOf, contentTypeOf } from '../http/http-request.ts'
import type { Conversation, Usage } from '../llm/conversation.ts'
import { createAnswerProgress } from './answer-progress.ts'
import { firstWords } from './first-words.ts'
import type { TextBudget } from './text-budget.ts'
import { type ShownBody, toViewBody } from './to-view-body.ts'
import { toViewConversation } from './to-view-conversation.ts'
import { toViewStream } from './to-view-stream.ts'
import type { Badge, ViewInteraction } from './view-data.ts'

/** An interaction, and everything that is known about it. */
export interface InteractionToView {
  readonly interaction: Interaction
  /** Absent if no known protocol fits. */
  readonly conversation: Conversation | undefined
  /** The conversation of the interaction before it. */
  readonly previous: Conversation | undefined
  /** Badges that need more than the interaction. */
  readonly badges: readonly Badge[]
}

/** Converts an interaction to what the page shows. */
export async function toViewInteraction(
  { interaction, conversation, previous, badges }: InteractionToView,
  budget: TextBudget,
): Promise<ViewInteraction> {
  const { request, response, line, recordedAt } = interaction
  const shown = await readResponse(interaction)
  const viewed = conversation && toViewConversation(conversation, previous, budget)
  const stream = toViewStream(shown, response, createAnswerProgress(viewed), budget)
  const duration = totalDuration(response)
  const tokens = countTokens(conversation?.usage)
  return {
    ...(line === undefined ? {} : { line }),
    method: request.method,
    url: request.url,
    ...splitUrl(request.url),
    status: response.status,
    statusText: response.statusText,
    ...(recordedAt === undefined ? {} : { recordedAt: recordedAt.toISOString() }),
    ...(conversation?.model === undefined ? {} : { model: conversation.model }),
    words: firstWords(conversation),
    ...(duration === undefined ? {} : { duration }),
    ...(tokens === undefined ? {} : { tokens }),
    badges: [...(hasFailed(response, conversation) ? (['error'] as const) : []), ...badges],
    request: {
      headers: request.headers,
      body: toViewBody({ bytes: contentOf(request), contentType: contentTypeOf(request) }, budget),
    },
    response: { headers: response.headers, body: toViewBody(shown, budget) },
    ...(viewed === undefined ? {} : { conversation: viewed }),
    ...(stream === undefined ? {} : { stream }),
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

function totalDuration({ body, chunks, duration }: RecordedResponse): number | undefined {
  const last = chunks && chunksFitBody(chunks, body.length) ? chunks.at(-1) : undefined
  return duration === undefined && last === undefined ? undefined : (duration ?? 0) + (last?.time ?? 0)
}

function countTokens(usage: Usage | undefined): number | undefined {
  const { input, output } = usage ?? {}
  return input === undefined && output === undefined ? undefined : (input ?? 0) + (output ?? 0)
}

function hasFailed({ status }: RecordedResponse, conversation: Conversation | undefined): boolean {
  return status < 200 || status >= 400 || conversation?.error !== undefined
}
