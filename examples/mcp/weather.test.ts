import {
  Client,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client'
import { expect, test } from 'vitest'

test('calls a tool of an MCP server', {
  meta: { cassette: true },
}, async () => {
  const client = new Client({ name: 'my-app', version: '1.0.0' })
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL('https://weather.example.com/mcp'),
    ),
  )
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['get_weather'])
  const { content } = await client.callTool({
    name: 'get_weather',
    arguments: { city: 'Lisbon' },
  })
  expect(content).toEqual([{ type: 'text', text: 'It is 21 °C.' }])
  await client.close()
})
