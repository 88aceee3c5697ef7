import { readableText } from '../body/readable-text.ts'
import type { WebSocketFrame, WebSocketPeer } from '../cassette.ts'
import { formatBytes } from '../diagnostics/units.ts'

/** Neighbouring frames that a person reads as one: sounds and other data that arrive in pieces. */
export interface FrameRun {
  readonly from: WebSocketPeer
  /** The time of the first frame, in ms from the opening of the connection. */
  readonly at: number
  /** The text of a frame. Long data in it is described by its size. */
  readonly text: string
  /** Whether the text is everything that was sent, as one text frame. */
  readonly data: 'whole' | 'described'
  /** The size of all its frames. */
  readonly bytes: number
}

/** Lists frames, and joins neighbouring ones that differ only in their data. */
export function listFrameRuns(frames: readonly WebSocketFrame[]): FrameRun[] {
  const runs: OpenRun[] = []
  for (const frame of frames) {
    const { from, at } = frame
    const described = describe(frame.data)
    const last = runs.at(-1)
    if (last && described.bytes > 0 && last.from === from && last.form === described.form) {
      last.count++
      last.size += sizeOf(frame.data)
      last.bytes += described.bytes
    } else
      runs.push({
        from,
        at,
        count: 1,
        size: sizeOf(frame.data),
        kind: typeof frame.data === 'string' ? 'text' : 'binary',
        ...described,
      })
  }
  return runs.map(({ from, at, form, count, size, bytes, kind }) => {
    const length = count === 1 ? formatBytes(bytes) : `${count} frames, ${formatBytes(bytes)}`
    const text = form.replaceAll(PLACE, () => `[${length}]`)
    return { from, at, text, data: kind === 'text' && bytes === 0 ? 'whole' : 'described', bytes: size }
  })
}

function sizeOf(data: WebSocketFrame['data']): number {
  return typeof data === 'string' ? new TextEncoder().encode(data).length : data.length
}

/** The text of one frame as it is recorded; the size of a binary frame that is not text. */
export function frameText({ data }: WebSocketFrame): string {
  if (typeof data === 'string') return data
  return readableText(data) ?? `[${formatBytes(data.length)}]`
}

interface OpenRun extends DescribedData {
  readonly from: WebSocketPeer
  readonly at: number
  /** How the first frame was sent. */
  readonly kind: 'text' | 'binary'
  count: number
  size: number
  bytes: number
}

interface DescribedData {
  /** The text without its data. */
  readonly form: string
  /** The size of its data, decoded. */
  readonly bytes: number
}

/** The place of data in a form. No text contains it, because it is no valid Unicode. */
const PLACE = '\ud800\udbff'

/** Shorter texts can be anything else, such as ids. */
const DATA = /"([\w+/-]{256,}={0,2})"/g

/** Members that differ in each event. */
const IDS = /"(?:event_id|sequence_number)"\s{0,5}:\s{0,5}(?:"[^"\\]{0,200}"|\d{1,20})\s{0,5},?\s{0,5}/g

function describe(data: WebSocketFrame['data']): DescribedData {
  const text = typeof data === 'string' ? data : readableText(data)
  if (text === undefined) return { form: PLACE, bytes: data.length }
  let bytes = 0
  const form = text.replace(DATA, (_, base64: string) => {
    bytes += Math.floor((base64.replace(/=+$/, '').length * 3) / 4)
    return `"${PLACE}"`
  })
  return { form: bytes > 0 ? form.replaceAll(IDS, '') : form, bytes }
}
