import type { WebSocketFrame } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { FrameData } from '../http/web-socket-end.ts'

/**
 * Presents a frame of a client as a request, so that everything that compares requests compares frames: its data is the body, and
 * everything else is equal for all frames of a connection.
 *
 * @param url of the connection
 */
export function toFrameRequest(data: FrameData, url: string): HttpRequest {
  const isText = typeof data === 'string'
  return {
    method: 'GET',
    url,
    headers: isText ? [] : [['content-type', 'application/octet-stream']],
    body: isText ? new TextEncoder().encode(data) : data,
  }
}

/** The number of frames that the client sent. */
export function countClientFrames(frames: readonly WebSocketFrame[]): number {
  return frames.filter(({ from }) => from === 'client').length
}
