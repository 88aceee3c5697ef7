import { ChatAnthropic } from '@langchain/anthropic'
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { type AIMessageChunk, HumanMessage, ToolMessage } from '@langchain/core/messages'
import { tool } from '@langchain/core/tools'
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai'
import { z } from 'zod'
import { type Client, collect, type Target } from '../client.ts'

type MakeModel = (target: Target) => BaseChatModel

/** LangChain's models. */
export const clients: readonly Client[] = [
  {
    name: '@langchain/openai',
    calls: {
      ...modelCalls((target) => new ChatOpenAI({ model: 'gpt-5-mini', ...openaiOptions(target) })),
      embeddings: (target) => new OpenAIEmbeddings(openaiOptions(target)).embedQuery(target.prompt),
    },
  },
  {
    name: '@langchain/anthropic',
    calls: modelCalls(
      ({ base, own }) =>
        new ChatAnthropic({ apiKey: 'not-needed', model: 'claude-x', anthropicApiUrl: base, clientOptions: own }),
    ),
  },
]

function openaiOptions({ base, own }: Target) {
  return { apiKey: 'not-needed', configuration: { baseURL: `${base}/v1`, ...own } }
}

function modelCalls(make: MakeModel): Client['calls'] {
  return {
    plain: async (target) => toSeen(await make(target).invoke(target.prompt, { signal: target.signal })),
    stream: async (target) =>
      collect(await make(target).stream(target.prompt, { signal: target.signal }), target.onPiece, toSeen),
    tool: async (target) => {
      const weather = tool(async () => '21', {
        name: 'weather',
        description: 'w',
        schema: z.object({ city: z.string() }),
      })
      const model = make(target)
      if (!model.bindTools) throw new Error('no tools')
      const bound = model.bindTools([weather])
      const question = new HumanMessage('TOOL weather?')
      const first = (await bound.invoke([question])) as AIMessageChunk
      const [call] = first.tool_calls ?? []
      if (!call?.id) throw new Error('no tool call')
      const answer = await bound.invoke([question, first, new ToolMessage({ content: '21', tool_call_id: call.id })])
      return [first.tool_calls, answer.content]
    },
  }
}

function toSeen({ id, content, usage_metadata }: AIMessageChunk): object {
  return { id, content, usage: usage_metadata }
}
