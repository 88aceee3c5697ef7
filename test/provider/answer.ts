import { answerChat } from './answer-chat.ts'
import { answerMcp } from './answer-mcp.ts'
import type { Exchange } from './exchange.ts'

/** Answers as the server that the URL names would: a chat, an MCP server, or a few bytes of text. */
export async function answer(exchange: Exchange): Promise<void> {
  const { url, response } = exchange
  if (url.pathname.endsWith('/chat/completions')) return answerChat(exchange)
  if (url.pathname.endsWith('/mcp')) return answerMcp(exchange)
  response.setHeader('content-type', 'text/plain')
  response.end('hi')
}
