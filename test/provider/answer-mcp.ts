import { randomUUID } from 'node:crypto'
import type { Exchange } from './exchange.ts'

const SCHEMA = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }
const TOOLS = [{ name: 'get_weather', description: 'The temperature in a city', inputSchema: SCHEMA }]

/** Answers like an MCP server with one tool and without a stream of its own. */
export function answerMcp({ request, response, body }: Exchange): void {
  if (request.method === 'GET') return void response.writeHead(405, { allow: 'POST' }).end()
  if (request.method === 'DELETE') return void response.writeHead(200).end()
  const { id, method, params } = JSON.parse(body)
  if (id === undefined) return void response.writeHead(202).end()
  const session = method === 'initialize' ? { 'mcp-session-id': randomUUID() } : {}
  response.writeHead(200, { 'content-type': 'text/event-stream', ...session })
  response.end(`event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', id, result: toResult(method, params) })}\n\n`)
}

function toResult(method: string, params: { protocolVersion?: string }): object {
  if (method === 'initialize')
    return {
      protocolVersion: params.protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name: 'weather', version: '1.0.0' },
    }
  if (method === 'tools/list') return { tools: TOOLS }
  return { content: [{ type: 'text', text: 'It is 21 °C.' }] }
}
