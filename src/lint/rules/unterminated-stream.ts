import { decompress } from '../../body/decompress.ts'
import { findHeader, type Interaction } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { findFrameEnds, framingOf } from '../../stream/frames.ts'
import { hasTerminalEvent } from '../../stream/has-terminal-event.ts'
import { readStreamEvent } from '../../stream/stream-event.ts'
import type { LintRule, Problem } from '../lint-rule.ts'

/** A client that waits for the last event of its provider gets an error, or an answer that is cut. */
export const unterminatedStream: LintRule = {
  name: 'unterminated-stream',
  severity: 'warning',
  summary: 'streams of a model that were cut before their last event',
  async check({ interactions }) {
    const problems: Problem[] = []
    for (const [index, interaction] of interactions.entries()) {
      if (!(await isCut(interaction))) continue
      problems.push({
        message:
          'this stream has no last event, so its client waits or fails. Record it again and read it to its end; ' +
          'a client that leaves early is recorded with "open_end"',
        place: { kind: 'interaction', index, part: 'response.body' },
      })
    }
    return problems
  },
}

async function isCut(interaction: Interaction): Promise<boolean> {
  const { status, headers, openEnd } = interaction.response
  if (status >= 300 || openEnd) return false
  const body = await decompress(interaction).catch(() => undefined)
  const contentType = findHeader(headers, 'content-type') ?? ''
  if (!body || body.length === 0 || hasTerminalEvent(body, contentType)) return false
  const framing = framingOf(contentType, body)
  if (framing === 'whole') return false
  const ends = findFrameEnds(body, framing)
  const events = ends.map((end, index) => readStreamEvent(body.subarray(ends[index - 1] ?? 0, end), framing)?.json)
  return events.some(isPartOfAnswer) && !events.some(hasFinishReason)
}

/** Some providers that are compatible with OpenAI send no `[DONE]`. */
function hasFinishReason(json: unknown): boolean {
  const choices: unknown[] = isJsonObject(json) && Array.isArray(json.choices) ? json.choices : []
  return choices.some((choice) => isJsonObject(choice) && typeof choice.finish_reason === 'string')
}

/** Streams of other kinds, such as logs, have no last event. */
function isPartOfAnswer(json: unknown): boolean {
  if (!isJsonObject(json)) return false
  const { type, event_type: eventType, done } = json
  const isNamed = [type, eventType].some((name) => typeof name === 'string' && ANSWER_EVENT.test(name))
  return isNamed || 'choices' in json || 'candidates' in json || done === false
}

const ANSWER_EVENT =
  /^(?:response\.|message_(?:start|delta)$|content_block_|content[-.]|message-start$|stream-start$|text-generation$)/
