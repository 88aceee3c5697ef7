import {
  BedrockRuntimeClient,
  type BedrockRuntimeClientConfig,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelWithResponseStreamCommand,
  type Message,
} from '@aws-sdk/client-bedrock-runtime'
import { FetchHttpHandler } from '@smithy/fetch-http-handler'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { type Client, collect, type Target, weatherSchema, withoutFetch } from '../client.ts'

const MODEL = { modelId: 'anthropic.claude-x-v1:0' }

/** The AWS SDK with each of its handlers. The default one uses HTTP/2. */
export const clients: readonly Client[] = [
  client('NodeHttpHandler', () => ({ requestHandler: new NodeHttpHandler() })),
  client('FetchHttpHandler', () => ({ requestHandler: new FetchHttpHandler() })),
  // The server has no HTTP/2.
  { ...client('default handler', () => ({})), routes: ['MSW 3', 'MSW 2'], escapes: 'always' },
]

function client(handler: string, configure: () => BedrockRuntimeClientConfig): Client {
  const send = ({ base, signal }: Target) => {
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-needed' }
    const bedrock = new BedrockRuntimeClient({ region: 'us-east-1', endpoint: base, credentials, ...configure() })
    return { bedrock, options: { abortSignal: signal } }
  }
  const converse = async (target: Target, messages: Message[], tools?: object) => {
    const { bedrock, options } = send(target)
    return withoutHead(await bedrock.send(new ConverseCommand({ ...MODEL, messages, ...tools }), options))
  }
  return {
    name: `@aws-sdk/client-bedrock-runtime (${handler})`,
    package: '@aws-sdk/client-bedrock-runtime',
    routes: withoutFetch,
    calls: {
      plain: (target) => converse(target, messagesOf(target.prompt)),
      stream: async (target) => {
        const { bedrock, options } = send(target)
        const command = new ConverseStreamCommand({ ...MODEL, messages: messagesOf(target.prompt) })
        const { stream } = await bedrock.send(command, options)
        if (!stream) throw new Error('no stream')
        return collect(stream, target.onPiece)
      },
      tool: async (target) => {
        const messages = messagesOf('TOOL weather?')
        const toolSpec = { name: 'weather', description: 'w', inputSchema: { json: weatherSchema } }
        const tools = { toolConfig: { tools: [{ toolSpec }] } }
        const first = await converse(target, messages, tools)
        const message = first.output?.message
        const toolUseId = message?.content?.[0]?.toolUse?.toolUseId
        if (!message || !toolUseId) throw new Error('no tool call')
        messages.push(message, { role: 'user', content: [{ toolResult: { toolUseId, content: [{ text: '21' }] } }] })
        return [first, await converse(target, messages, tools)]
      },
      'invoke stream': async (target) => {
        const { bedrock, options } = send(target)
        const body = JSON.stringify({ max_tokens: 10, messages: [{ role: 'user', content: target.prompt }] })
        const command = new InvokeModelWithResponseStreamCommand({ ...MODEL, contentType: 'application/json', body })
        const response = await bedrock.send(command, options)
        if (!response.body) throw new Error('no body')
        return collect(response.body, target.onPiece, ({ chunk }) => Buffer.from(chunk?.bytes ?? []).toString())
      },
    },
  }
}

function messagesOf(text: string): Message[] {
  return [{ role: 'user', content: [{ text }] }]
}

/** The metadata contains the time and the attempts. */
function withoutHead<T extends { $metadata: unknown }>({ $metadata: _, ...rest }: T): Omit<T, '$metadata'> {
  return rest
}
