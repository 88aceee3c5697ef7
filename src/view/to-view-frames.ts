import type { WebSocketConversation } from '../cassette.ts'
import { given, textOf } from '../json/members.ts'
import { parseJson } from '../json/parse-json.ts'
import { listFrameRuns } from '../stream/frame-runs.ts'
import type { AnswerProgress } from './answer-progress.ts'
import type { TextBudget } from './text-budget.ts'
import type { ViewEvent, ViewStream } from './view-data.ts'

/** More frames are left out: a page with all frames of a long session would be slow. */
const MAX_FRAMES = 10_000

/**
 * Lists the frames of a WebSocket with their times. A sound that arrives in pieces is one of them.
 *
 * @param opened milliseconds from the request to the opening of the connection
 * @param progress finds how much of the answer has arrived with an event
 */
export function toViewFrames(
  { frames, close }: WebSocketConversation,
  opened: number,
  progress: AnswerProgress,
  budget: TextBudget,
): ViewStream {
  const runs = listFrameRuns(frames)
  const events = runs.slice(0, MAX_FRAMES).map(({ from: peer, at, text, data, bytes }): ViewEvent => {
    const json = parseJson(text)
    const arrived = peer === 'server' ? progress(json) : []
    const cut = budget.cut(text)
    return {
      time: opened + at,
      peer,
      bytes,
      from: 0,
      to: 0,
      text: cut.text,
      ...given({
        name: textOf(json, 'type'),
        progress: arrived.length === 0 ? undefined : arrived,
        shown: data === 'described' || cut.omitted !== undefined ? ('in part' as const) : undefined,
      }),
    }
  })
  return {
    unit: 'frame',
    events,
    omitted: runs.length - events.length,
    received: frames.filter(({ from }) => from === 'server').length,
    headers: opened,
    ...given({ close }),
  }
}
