import { createOpenAI } from '@ai-sdk/openai'
import { Agent, type ToolsInput } from '@mastra/core/agent'
import { createTool } from '@mastra/core/tools'
import { z } from 'zod'
import { type Client, collect, type Target } from '../client.ts'

/** Mastra's agents. */
export const clients: readonly Client[] = [
  {
    name: '@mastra/core',
    calls: {
      plain: async (target) => {
        const { text, usage } = await agent(target).generate(target.prompt, { abortSignal: target.signal })
        return [text, usage]
      },
      stream: async (target) => {
        const result = await agent(target).stream(target.prompt, { abortSignal: target.signal })
        const pieces = await collect(result.textStream, target.onPiece)
        if (result.error) throw result.error
        return pieces
      },
      tool: async (target) => {
        const weather = createTool({
          id: 'weather',
          description: 'The temperature in a city',
          inputSchema: z.object({ city: z.string() }),
          execute: async () => ({ celsius: 21 }),
        })
        const { text, steps } = await agent(target, { weather }).generate('TOOL weather in Lisbon?')
        if (steps.length !== 2) throw new Error(`${steps.length} steps`)
        return text
      },
    },
  },
]

function agent({ base, own }: Target, tools: ToolsInput = {}): Agent {
  const openai = createOpenAI({ apiKey: 'not-needed', baseURL: `${base}/v1`, ...own })
  // Mastra declares the interface of a model again, in a stricter form.
  const model = openai.chat('gpt-5-mini') as never
  return new Agent({ id: 'a', name: 'A', instructions: 'Be brief', model, tools })
}
