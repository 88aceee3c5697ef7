import {
  Agent,
  BatchTraceProcessor,
  getGlobalTraceProvider,
  OpenAIProvider,
  OpenAITracingExporter,
  Runner,
  setTraceProcessors,
  setTracingDisabled,
  tool,
} from '@openai/agents'
import OpenAI from 'openai'
import { z } from 'zod'
import { type Client, collect, type Target } from '../client.ts'

type Tracing = 'tracing on' | 'tracing off'

/** OpenAI's agents. Their traces go to the same host as the requests. */
export const clients: readonly Client[] = [
  { name: '@openai/agents', calls: agentCalls('tracing off') },
  {
    name: '@openai/agents (tracing)',
    package: '@openai/agents',
    // The traces are sent with the global `fetch`.
    routes: ['MSW 3', 'MSW 2', 'server'],
    calls: agentCalls('tracing on'),
  },
]

function agentCalls(tracing: Tracing): Client['calls'] {
  return {
    plain: async (target) => {
      const result = await connect(target, tracing).run(agent(), target.prompt, { signal: target.signal })
      await getGlobalTraceProvider().forceFlush()
      return [result.finalOutput, result.history]
    },
    stream: async (target) => {
      const options = { stream: true as const, signal: target.signal }
      const result = await connect(target, tracing).run(agent(), target.prompt, options)
      const pieces = await collect(result.toTextStream(), target.onPiece)
      if (target.signal.aborted) return pieces
      await result.completed
      await getGlobalTraceProvider().forceFlush()
      return [pieces, result.finalOutput]
    },
    tool: async (target) => {
      const weather = tool({
        name: 'weather',
        description: 'The temperature in a city',
        parameters: z.object({ city: z.string() }),
        execute: async () => '21',
      })
      const result = await connect(target, tracing).run(agent([weather]), 'TOOL weather?')
      await getGlobalTraceProvider().forceFlush()
      return [result.finalOutput, result.history]
    },
  }
}

function connect({ base, own }: Target, tracing: Tracing): Runner {
  setTracingDisabled(tracing === 'tracing off')
  const endpoint = `${base}/v1/traces/ingest`
  setTraceProcessors([new BatchTraceProcessor(new OpenAITracingExporter({ endpoint, apiKey: 'not-needed' }))])
  const openAIClient = new OpenAI({ apiKey: 'not-needed', baseURL: `${base}/v1`, ...own })
  return new Runner({ modelProvider: new OpenAIProvider({ openAIClient }) })
}

function agent(tools: ReturnType<typeof tool>[] = []): Agent {
  return new Agent({ name: 'A', instructions: 'Be brief', model: 'gpt-5-mini', tools })
}
