import { connectUpstream } from '#upstream'
import type { AnyAnswer } from '../http/answer.ts'
import { toReplayHeaders } from '../http/replay-headers.ts'
import type { UpstreamHandshake } from './connect-upstream.ts'
import { relay } from './relay.ts'

/**
 * Answers a handshake from the real network, without a recording.
 *
 * @throws the error of the network; CassetteSessionError if the package `ws` is not installed
 */
export async function relayUpstream(
  handshake: UpstreamHandshake,
): Promise<Exclude<AnyAnswer, { kind: 'passthrough' }>> {
  const upstream = await connectUpstream(handshake)
  if (upstream.kind === 'open') {
    const { end: server, protocol } = upstream
    return { kind: 'websocket', protocol: protocol || undefined, connect: (client) => relay({ client, server }) }
  }
  const { status, statusText, headers, body } = upstream.response
  return { kind: 'response', body, init: { status, statusText, headers: toReplayHeaders([...headers]) } }
}
