import { randomBytes } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Answered } from '../answer.ts'
import type { ClientFrame, Conversation, Handshake, Move } from './conversation.ts'
import { talkGemini } from './gemini-live.ts'
import { talkRealtime } from './openai-realtime.ts'
import { talkResponses } from './openai-responses.ts'
import { talkTranslation } from './openai-translation.ts'
import { talkDeepgram, talkElevenLabs, talkMistral } from './transcription.ts'

/** How long the provider waits before each frame, in milliseconds. */
const PAUSE = 12

const protocols = [
  talkTranslation,
  talkRealtime,
  talkResponses,
  talkGemini,
  talkMistral,
  talkElevenLabs,
  talkDeepgram,
] as const

/**
 * Makes servers accept WebSockets. The first handshake of a path that contains `RETRY` is refused with 429.
 *
 * @param answered each handshake is added to it
 * @returns the open connections
 */
export function acceptSockets(
  servers: readonly EventEmitter[],
  answered: Answered[],
): Pick<WebSocketServer, 'clients'> {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: ([first]) => first ?? false })
  const refused = new Set<string>()
  const upgrade = (message: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const entry: Answered = { end: 'open' }
    answered.push(entry)
    const handshake = readHandshake(message)
    const conversation = protocols.map((talk) => talk(handshake)).find((each) => each !== undefined)
    const isRetry = handshake.path.includes('RETRY') && !refused.has(handshake.path)
    if (isRetry) refused.add(handshake.path)
    if (!conversation || isRetry) {
      entry.end = 'complete'
      socket.end(isRetry ? TOO_MANY : NOT_FOUND)
    } else sockets.handleUpgrade(message, socket, head, (accepted) => talk(accepted, conversation, entry))
  }
  for (const server of servers) server.on('upgrade', upgrade)
  return sockets
}

const NOT_FOUND = 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'
const TOO_MANY =
  'HTTP/1.1 429 Too Many Requests\r\nretry-after: 0\r\ncontent-length: 9\r\nconnection: close\r\n\r\nslow down'

function readHandshake({ url = '/' }: IncomingMessage): Handshake {
  const [path = '', query] = url.split('?')
  return { path, query: new URLSearchParams(query), id: randomBytes(4).toString('hex') }
}

function talk(socket: WebSocket, conversation: Conversation, entry: Answered): void {
  let sent = Promise.resolve()
  let pending = 0
  const play = (moves: readonly Move[]): void => {
    pending++
    sent = sent.then(async () => {
      for (const move of moves) {
        await wait(PAUSE)
        if (socket.readyState !== socket.OPEN) return
        makeMove(socket, move, conversation.frames)
      }
      pending--
    })
  }
  socket.on('message', (data: Buffer, isBinary) => play(conversation.answer(readFrame(data, isBinary))))
  socket.on('close', () => {
    entry.end = pending > 0 ? 'left' : 'complete'
  })
  play(conversation.greeting ?? [])
}

function readFrame(data: Buffer, isBinary: boolean): ClientFrame {
  return isBinary ? data : Object(JSON.parse(data.toString()))
}

function makeMove(socket: WebSocket, move: Move, frames: Conversation['frames']): void {
  if ('close' in move) socket.close(Number(move.close), String(move.reason))
  else socket.send(JSON.stringify(move), { binary: frames === 'binary' })
}
