import type { JsonObject } from '../../json/json-value.ts'
import { given, memberOf, numberOf, objectOf } from '../../json/members.ts'
import type { Usage } from '../conversation.ts'

/** Reads the tokens of a chat completion, and the cost if the provider adds it. */
export function readChatUsage(answer: JsonObject): Usage | undefined {
  const usage = objectOf(answer, 'usage') ?? objectOf(objectOf(answer, 'x_groq'), 'usage')
  if (!usage) return undefined
  const reasoning = numberOf(objectOf(usage, 'completion_tokens_details'), 'reasoning_tokens')
  return given({
    input: numberOf(usage, 'prompt_tokens'),
    cachedInput:
      numberOf(objectOf(usage, 'prompt_tokens_details'), 'cached_tokens') ?? numberOf(usage, 'prompt_cache_hit_tokens'),
    output: readOutput(usage, reasoning ?? 0),
    reasoning,
    cost: readCost(usage),
  })
}

/** Some providers, such as xAI, count the reasoning only in the total. */
function readOutput(usage: JsonObject, reasoning: number): number | undefined {
  const output = numberOf(usage, 'completion_tokens')
  const input = numberOf(usage, 'prompt_tokens')
  const total = numberOf(usage, 'total_tokens')
  if (output === undefined || input === undefined) return output
  return total === input + output + reasoning ? output + reasoning : output
}

/** OpenRouter sends a number, Perplexity an object with the parts of the cost. */
function readCost(usage: JsonObject): number | undefined {
  return numberOf(usage, 'cost') ?? numberOf(memberOf(usage, 'cost'), 'total_cost')
}
