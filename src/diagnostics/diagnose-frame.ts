import { toComparableBody } from '../body/comparable-body.ts'
import type { Interaction } from '../cassette.ts'
import { contentOf, contentTypeOf } from '../http/http-request.ts'
import type { FrameData } from '../http/web-socket-end.ts'
import type { Difference } from '../matcher/matcher.ts'
import { modeSetting } from '../options/mode.ts'
import { hasEnvironment } from '../platform/environment.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { maskValue } from '../secret/mask-value.ts'
import { countClientFrames, toFrameRequest } from '../websocket/frame-request.ts'
import type { WrongFrame } from '../websocket/frame-rules.ts'
import { type Diagnosable, maskDifference, toSearchedCassette } from './diagnose.ts'
import { findVolatileOption } from './find-volatile-option.ts'
import type { Mismatch } from './mismatch.ts'
import { CassetteMismatchError } from './mismatch-error.ts'
import { writeMismatch } from './write-mismatch.ts'

/**
 * Explains why a frame of a client does not match the recorded one.
 *
 * @param session the session that replays the conversation
 * @param frame the frame
 * @param index of the interaction in the cassette
 */
export function diagnoseFrame(session: Diagnosable, frame: WrongFrame, index: number): CassetteMismatchError {
  const { interaction, number, recorded, received } = frame
  const { request, line, response } = interaction
  const differences = findDifferences(session, frame).map(maskDifference)
  const { method, url } = { method: request.method, url: maskUrl(request.url) }
  const mismatch: Mismatch = {
    reason: 'never-recorded',
    request: { method, url },
    clientFrame: { number, recorded: countClientFrames(response.websocket?.frames ?? []) },
    cassettes: [toSearchedCassette(session)],
    nearest: {
      path: session.path,
      index,
      line,
      method,
      url,
      results: [{ matcher: 'frame', differences }],
      recorded: session.countEqual(index),
    },
    differences,
    advice: adviseOnFrame(session, frame, index),
    comparison: {
      recorded: recorded === undefined ? undefined : toComparison(session, recorded, interaction),
      received: toComparison(session, received, interaction),
    },
  }
  return new CassetteMismatchError(mismatch, writeMismatch)
}

function findDifferences(session: Diagnosable, { interaction, recorded, received }: WrongFrame): readonly Difference[] {
  const { url } = interaction.request
  const show = (data: FrameData | undefined): unknown => data && toComparison(session, data, interaction)
  if (recorded === undefined || typeof recorded !== typeof received)
    return [{ path: '$', recorded: show(recorded), received: show(received) }]
  const results = session.matcher.compare(toFrameRequest(recorded, url), toFrameRequest(received, url))
  return results.flatMap(({ differences }) => differences)
}

function adviseOnFrame(session: Diagnosable, frame: WrongFrame, index: number): string[] {
  const record = adviseOnRecording(session, index)
  if (frame.recorded === undefined) return ['Check why the code under test sends a frame more.', record]
  return [...adviseOnOrder(session, frame), ...adviseOnText(session, frame, frame.recorded, index), record]
}

/** The frames before the wrong one have been played, and the real server has not seen them, so heal can't go on from there. */
function adviseOnRecording({ cassette }: Diagnosable, index: number): string {
  const all = `If the conversation changed on purpose, record the cassette again: ${modeSetting('record')}.`
  // In a page there is no file to heal.
  if (cassette.interactions.length === 1 || !hasEnvironment()) return all
  return (
    `${all} To record only this conversation, remove #${index} from the file, and set ${modeSetting('heal')}, which does not ` +
    'change a part of a conversation.'
  )
}

/** The frame can be one that the recording has at another place. */
function adviseOnOrder(session: Diagnosable, { interaction, received }: WrongFrame): string[] {
  const { url } = interaction.request
  const key = session.matcher.key(toFrameRequest(received, url))
  const isElsewhere = interaction.response.websocket?.frames.some(
    ({ from, data }) => from === 'client' && session.matcher.key(toFrameRequest(data, url)) === key,
  )
  if (!isElsewhere || key === undefined) return []
  return [
    'The recording has this frame in another place. If frames between two frames of the server can come in any order: ' +
      "{ match: { frames: 'unordered' } }.",
  ]
}

/** The difference can be a text that changes on every run. */
function adviseOnText(session: Diagnosable, frame: WrongFrame, recorded: FrameData, index: number): string[] {
  const { interaction, received } = frame
  const { url } = interaction.request
  const [wanted, request] = [toFrameRequest(recorded, url), toFrameRequest(received, url)]
  const differences = findDifferences(session, frame)
  if (differences.every(isLlmDifference))
    return [
      'Ids of events, and media, differ on every run. This ignores both: { match: { normalize: llmDefaults() } }.',
    ]
  const results = [{ matcher: 'body', differences }]
  const recordedFrame: Interaction = { ...interaction, request: { ...wanted, headers: [] } }
  const option = findVolatileOption(request, { from: session, interaction: recordedFrame, index, results })
  if (option === undefined) return []
  return [`If the difference is a text that changes on every run, this makes the frame match: ${option}.`]
}

/** Whether only ids of events and appended media differ. The paths are those of `llmDefaults`, which this does not load. */
function isLlmDifference({ path, recorded }: Difference): boolean {
  return LLM_PATH.test(path) || (path === '$' && recorded instanceof Uint8Array)
}

const LLM_PATH = /^\$\.(?:event_id|audio|user_audio_chunk|realtime_?[iI]nput\.[\w.[\]]*data)$/

function toComparison({ matcher }: Diagnosable, data: FrameData, { request }: Interaction): unknown {
  const raw = toFrameRequest(data, request.url)
  const body = matcher.toComparable(raw)?.body ?? toComparableBody(contentOf(raw), contentTypeOf(raw), 'json').value
  return maskValue(body)
}
