import type { WebSocketFrame, WebSocketPeer } from '../cassette.ts'
import { readBodyText } from './body-text.ts'
import { type Piece, stringsOf } from './stream-pieces.ts'

/** A frame as text. */
export interface FrameText {
  readonly from: WebSocketPeer
  /** A binary string if the frame is binary and neither UTF-8 nor UTF-16. */
  readonly text: string
  /** Converts a changed text back to the data of the frame. */
  encode(text: string): WebSocketFrame['data']
}

/** Reads a frame as text. Some APIs, such as Gemini Live, send JSON in binary frames. */
export function readFrameText({ from, data }: WebSocketFrame): FrameText {
  if (typeof data === 'string') return { from, text: data, encode: (text) => text }
  const { text, encode } = readBodyText(data, [])
  return { from, text, encode }
}

/** The texts of all frames of a conversation as one text. */
export interface JoinedFrames {
  readonly text: string
  /** Where each frame begins and ends in the text. */
  readonly places: readonly { readonly start: number; readonly end: number }[]
  /**
   * The strings that arrive in pieces: those of one peer at the same path of several events of one type, and all frames of one peer that
   * are not JSON.
   */
  readonly pieces: readonly (readonly Piece[])[]
}

/** A blank line: without it, frames of base64 would look like the lines of one encoded text, in which no credential is searched. */
const BETWEEN = '\n\n'

/** Joins the frames of a conversation, because a credential can be split over several of them. */
export function joinFrames(frames: readonly Pick<FrameText, 'from' | 'text'>[]): JoinedFrames {
  const text = frames.map((frame) => frame.text).join(BETWEEN)
  const places: { start: number; end: number }[] = []
  const paths = new Map<string, Piece[]>()
  let start = 0
  for (const frame of frames) {
    const end = start + frame.text.length
    places.push({ start, end })
    for (const [path, piece] of piecesOf(text, start, end, JSON_FRAME.test(frame.text))) {
      const key = `${frame.from} ${path}`
      const pieces = paths.get(key)
      if (pieces) pieces.push(piece)
      else paths.set(key, [piece])
    }
    start = end + BETWEEN.length
  }
  return { text, places, pieces: [...paths.values()].filter(({ length }) => length > 1) }
}

/** A frame that begins and ends as JSON. A frame that has only a part of a JSON text is joined as text. */
const JSON_FRAME = /^\s*[{[][\s\S]*[}\]]\s*$/

function piecesOf(
  text: string,
  start: number,
  end: number,
  isJson: boolean,
): (readonly [path: string, piece: Piece])[] {
  if (!isJson) return [['(plain)', { start, end, value: text.slice(start, end), format: 'plain' }]]
  const strings = [...stringsOf(text, start, end)]
  // Events of other types, such as those of the audio, can arrive between the pieces of a text.
  const type = strings.find(([path]) => path === 'type')?.[1].value ?? ''
  return strings.map(([path, piece]) => [`${type} ${path}`, piece])
}
