import type { WebSocketConversation, WebSocketFrame, WebSocketPeer } from '../../cassette.ts'
import { formatMs } from '../../diagnostics/units.ts'
import { frameText, listFrameRuns } from '../../stream/frame-runs.ts'
import { type Line, styled } from '../styled.ts'
import { oneLine } from '../terminal.ts'
import { type Block, type Layout, layOut } from '../text/layout.ts'

/** A frame of the client goes to the server. */
const ARROWS: Readonly<Record<WebSocketPeer, string>> = { client: '→', server: '←' }

/** Writes the frames of a WebSocket whose protocol is unknown in two lanes, with their times. Sounds are shown by their size. */
export function writeFrames({ frames, close }: WebSocketConversation, layout: Layout): Line[] {
  const runs = listFrameRuns(frames).map(
    ({ from, at, text }): Block => ({
      label: toLabel(from, at, layout),
      labelStyle: styleOf(from),
      text: text || '(empty)',
    }),
  )
  return layOut([...runs, closeBlock(close)], layout)
}

/** Writes all frames of a WebSocket as they are recorded. */
export function writeRawFrames({ frames, close }: WebSocketConversation): Line[] {
  return [...frames.map(writeFrame), `  ${oneLine(describeClose(close))}`]
}

/** Describes how a connection ended. */
export function closeBlock(close: WebSocketConversation['close']): Block {
  return { label: 'close', labelStyle: 'dim', text: describeClose(close) }
}

function toLabel(from: WebSocketPeer, at: number, { form }: Layout): string {
  return form === 'plain' ? ARROWS[from] : `${ARROWS[from]} ${formatMs(at)}`
}

function styleOf(from: WebSocketPeer): 'blue' | 'green' {
  return from === 'client' ? 'blue' : 'green'
}

function writeFrame(frame: WebSocketFrame): Line {
  const { from, at } = frame
  const time = styled('dim', formatMs(at).padStart(9))
  return ['  ', styled(styleOf(from), ARROWS[from]), time, ' ', oneLine(frameText(frame))]
}

function describeClose(close: WebSocketConversation['close']): string {
  if (!close) return 'the connection was open when the recording ended'
  const { from, code, reason } = close
  return `closed by the ${from} with ${code}${reason === '' ? '' : `: ${reason}`}`
}
