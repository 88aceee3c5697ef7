import type { ViewInteraction } from '../view-data.ts'
import { protocolsOf } from './protocols-of.ts'
import { sentHeaders } from './sent-headers.ts'
import { shellQuote } from './shell-quote.ts'

/**
 * Writes the opening of a WebSocket as a command of a POSIX shell, for wscat. It sends the frames of the client as soon as the
 * connection is open, and prints those of the server.
 */
export function toWscat({
  request,
  response,
  stream,
  url,
}: Pick<ViewInteraction, 'request' | 'response' | 'stream' | 'url'>): string {
  const frames = stream?.events.filter(({ peer }) => peer === 'client') ?? []
  const whole = frames.filter(({ shown }) => shown === undefined)
  const lines = [
    `npx wscat --connect ${shellQuote(url)}`,
    ...protocolsOf({ request, response }).map((name) => `--subprotocol ${shellQuote(name)}`),
    ...sentHeaders(request).map((header) => `--header ${shellQuote(header)}`),
    // Not as a separate argument: a frame can begin with a hyphen.
    ...whole.map(({ text = '' }) => `--execute=${shellQuote(text)}`),
    // In seconds. Without frames, it waits for the user's.
    ...(whole.length > 0 ? ['--wait 60'] : []),
  ]
  const command = lines.join(' \\\n  ')
  const isComplete = whole.length === frames.length && !stream?.omitted
  return isComplete
    ? command
    : `# Without the frames that are binary, or that this page does not contain completely.\n${command}`
}
