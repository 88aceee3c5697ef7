import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerChat } from './answer-chat.ts'
import { answerMcp } from './answer-mcp.ts'

/** A request to the provider. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly body: string
  /** The requests before this one, such as `GET https://api.example.com/`. */
  readonly earlier: readonly string[]
}

/** Answers as the server that the URL names would: a chat, an MCP server, or a few bytes of text. */
export async function answer(exchange: Exchange): Promise<void> {
  const { url, response } = exchange
  if (url.pathname.endsWith('/chat/completions')) return answerChat(exchange)
  if (url.pathname.endsWith('/mcp')) return answerMcp(exchange)
  response.setHeader('content-type', 'text/plain')
  response.end('hi')
}
