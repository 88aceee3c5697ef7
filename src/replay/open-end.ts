import { mediaType } from '../body/content-type.ts'
import { findHeader, type Interaction, type OpenEnd, type RecordedResponse } from '../cassette.ts'
import { shorten } from '../diagnostics/shorten.ts'
import { CassetteOpenEndError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { isMcpStream } from '../http/mcp-stream.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { StreamEnd } from '../stream/replay-body.ts'

/** The end of a recording whose client left. */
interface OpenEndInit {
  readonly interaction: Interaction
  readonly openEnd: OpenEnd
  readonly request: IncomingRequest
  /** The path of the cassette. */
  readonly file: string
  /** Called if the client reads on for too long. */
  readonly onFailure: (error: CassetteOpenEndError) => void
}

/** How a replay ends: undefined if the stream ends after its last byte. */
export function openEndOf(
  { status, headers, body, openEnd }: RecordedResponse,
  request: IncomingRequest,
): OpenEnd | undefined {
  if (openEnd || !isMcpStream(request)) return openEnd
  // The server closed it at the end of the MCP session. If it closed earlier in the replay, the client would open it again.
  const isSilent =
    status === 200 && body.length === 0 && mediaType(findHeader(headers, 'content-type')) === 'text/event-stream'
  return isSilent ? { after: 0 } : undefined
}

/** Keeps a replay open after its last byte until the client leaves. A client that reads on gets an error. */
export function stayOpen({ interaction, openEnd, request, file, onFailure }: OpenEndInit): StreamEnd {
  const patience = isMcpStream(request) ? Number.POSITIVE_INFINITY : patienceFor(openEnd)
  return {
    patience,
    fail() {
      const error = new CassetteOpenEndError(file, interaction.line, describe(interaction, openEnd, file, patience))
      console.error(`[msw-cassette] ${error.message}`)
      onFailure(error)
      return error
    },
  }
}

/**
 * A second. A client that leaves after a time, such as `AbortSignal.timeout(5_000)`, gets the time that it had when it was
 * recorded, and half of it in addition: without delays, the replay reaches its last byte much earlier.
 */
function patienceFor({ after }: OpenEnd): number {
  return Math.max(1_000, 1.5 * after)
}

function describe(
  { request, response, line }: Interaction,
  { after }: OpenEnd,
  file: string,
  patience: number,
): string {
  const place = line === undefined ? '' : ` on line ${line}`
  return (
    `The recording of ${request.method} ${shorten(maskUrl(request.url))}${place} of ${file} ends here, after ${response.body.length} ` +
    `bytes: its client left the stream ${toSeconds(after)} after the response began, so the rest was never received. ` +
    `This client has read on for ${toSeconds(patience)}. If it needs the rest, record again: use the mode 'record', or delete the ` +
    'recording. Otherwise let it leave the stream where the recorded client did.'
  )
}

function toSeconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`
}
