import { type Answer, events } from './answer.ts'
import type { Ask } from './ask.ts'

const SCHEMA = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }

/** An MCP server with one tool and no stream of its own, over streamable HTTP. */
export function answerMcp(ask: Ask): Answer | undefined {
  if (!ask.path.endsWith('/mcp')) return undefined
  if (ask.method === 'GET') return { status: 405, headers: { allow: 'POST' }, parts: [] }
  if (ask.method === 'DELETE') return { headers: {}, parts: [] }
  const { id, method, params } = ask.body
  if (id === undefined) return { status: 202, headers: {}, parts: [] }
  const answer = events([
    { event: 'message', data: { jsonrpc: '2.0', id, result: toResult(String(method), params, ask.id) } },
  ])
  return method === 'initialize' ? { ...answer, headers: { ...answer.headers, 'mcp-session-id': ask.id } } : answer
}

function toResult(method: string, params: unknown, id: string): object {
  if (method === 'initialize')
    return {
      protocolVersion: Object(params).protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name: 'weather', version: '1.0.0' },
    }
  if (method === 'tools/list') return { tools: [{ name: 'weather', description: id, inputSchema: SCHEMA }] }
  return { content: [{ type: 'text', text: `It is 21 °C. ${id}` }] }
}
