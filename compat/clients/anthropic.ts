import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'
import Anthropic, { toFile } from '@anthropic-ai/sdk'
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk'
import { type Client, collect, type Target, weatherSchema } from '../client.ts'

type MakeMessages = (target: Target) => Pick<Anthropic.Messages, 'create' | 'stream'>

const connect = ({ base, own }: Target) => new Anthropic({ apiKey: 'not-needed', baseURL: base, ...own })

/** Anthropic's SDKs. */
export const clients: readonly Client[] = [
  {
    name: '@anthropic-ai/sdk',
    calls: {
      ...messageCalls((target) => connect(target).messages, 'claude-x'),
      'count tokens': (target) =>
        connect(target).messages.countTokens({ model: 'claude-x', messages: messagesOf(target) }),
    },
  },
  {
    name: '@anthropic-ai/sdk (beta)',
    package: '@anthropic-ai/sdk',
    // The interface is the same; the types of its content are not.
    calls: {
      ...messageCalls((target) => connect(target).beta.messages as unknown as Anthropic.Messages, 'claude-x'),
      upload: async (target) =>
        connect(target).beta.files.upload({ file: await toFile(Buffer.from([0, 255, 10]), 'a.bin') }),
      download: async (target) => {
        const response = await connect(target).beta.files.download('file_1')
        return Buffer.from(await response.arrayBuffer()).toString('base64')
      },
    },
  },
  {
    name: '@anthropic-ai/bedrock-sdk',
    calls: messageCalls(({ base, own }) => {
      const keys = { awsAccessKey: 'AKIAIOSFODNN7EXAMPLE', awsSecretKey: 'not-needed', awsSessionToken: 'not-needed' }
      return new AnthropicBedrock({ ...keys, awsRegion: 'us-east-1', baseURL: base, ...own }).messages as never
    }, 'anthropic.claude-x-v1:0'),
  },
  {
    name: '@anthropic-ai/vertex-sdk',
    calls: messageCalls(({ base, own }) => {
      // Only these members of an auth client are used.
      const authClient = {
        projectId: 'project',
        getRequestHeaders: async () => new Headers({ authorization: 'Bearer not-needed' }),
      } as never
      const place = { region: 'us-east5', projectId: 'project' }
      return new AnthropicVertex({ ...place, baseURL: `${base}/v1`, authClient, ...own }).messages as never
    }, 'claude-x@20250101'),
  },
]

function messagesOf({ prompt }: Target): Anthropic.MessageParam[] {
  return [{ role: 'user', content: prompt }]
}

function messageCalls(make: MakeMessages, model: string): Client['calls'] {
  const params = { model, max_tokens: 100 }
  return {
    plain: (target) => make(target).create({ ...params, messages: messagesOf(target) }, { signal: target.signal }),
    stream: async (target) => {
      const request = { ...params, messages: messagesOf(target), stream: true as const }
      return collect(await make(target).create(request, { signal: target.signal }), target.onPiece)
    },
    tool: async (target) => {
      const messages: Anthropic.MessageParam[] = [{ role: 'user', content: 'TOOL weather in Lisbon?' }]
      const tools = [{ name: 'weather', description: 'The temperature in a city', input_schema: weatherSchema }]
      const first = await make(target).create({ ...params, messages, tools })
      const [use] = first.content
      if (use?.type !== 'tool_use') throw new Error('no tool call')
      const result = { type: 'tool_result' as const, tool_use_id: use.id, content: '21' }
      messages.push({ role: 'assistant', content: first.content }, { role: 'user', content: [result] })
      return [first, await make(target).create({ ...params, messages, tools })]
    },
    helper: (target) =>
      make(target)
        .stream({ ...params, messages: messagesOf(target) }, { signal: target.signal })
        .on('text', target.onPiece)
        .finalMessage(),
  }
}
