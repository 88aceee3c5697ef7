import { Client as McpClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Client, Target } from '../client.ts'

/** MCP over streamable HTTP. */
export const clients: readonly Client[] = [
  {
    name: '@modelcontextprotocol/sdk',
    calls: {
      tool: (target) => callTool(target, 'terminate'),
      'without termination': (target) => callTool(target, 'only close'),
    },
  },
]

async function callTool({ base, own }: Target, end: 'terminate' | 'only close'): Promise<unknown> {
  const client = new McpClient({ name: 'compat', version: '1.0.0' })
  const transport = new StreamableHTTPClientTransport(new URL(`${base}/mcp`), own)
  // Its type has an optional member without `undefined`.
  await client.connect(transport as Parameters<McpClient['connect']>[0])
  const { tools } = await client.listTools()
  const result = await client.callTool({ name: 'weather', arguments: { city: 'Lisbon' } })
  if (end === 'terminate') await transport.terminateSession()
  await client.close()
  return [tools, result]
}
