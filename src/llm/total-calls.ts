import type { Interaction } from '../cassette.ts'
import type { Calls, CallTotals, CallUsage } from '../runner/call-totals.ts'
import { sumCalls } from '../runner/call-totals.ts'
import { responseTimes } from '../stream/timed-events.ts'
import type { Conversation } from './conversation.ts'
import { loadPriceList, type PriceList } from './cost.ts'
import { countTokens } from './count-tokens.ts'
import { readConversation } from './read-conversation.ts'

/**
 * Totals calls to models and other services: their tokens, cost and waiting times, as far as they are known.
 *
 * @param calls the interactions that answered them, and how often each did
 */
export async function totalCalls(calls: readonly Calls[]): Promise<CallTotals> {
  const conversations = new Map(calls.map(({ interaction }) => [interaction, readConversation(interaction)]))
  // The list is large, and most services are no models.
  const prices = [...conversations.values()].some(isPriced) ? await loadPriceList() : undefined
  return sumCalls(
    calls.map(({ interaction, count }) => ({
      count,
      usage: measure(interaction, conversations.get(interaction), prices),
    })),
  )
}

function measure(
  interaction: Interaction,
  conversation: Conversation | undefined,
  prices: PriceList | undefined,
): CallUsage {
  const price = conversation && isPriced(conversation) ? findPrice(interaction, conversation, prices) : 'none'
  return {
    tokens: countTokens(conversation?.usage) ?? 0,
    price,
    waiting: responseTimes(interaction.response).total ?? 0,
  }
}

/** Providers that report the cost know it better than a list. */
function findPrice(
  interaction: Interaction,
  conversation: Conversation,
  prices: PriceList | undefined,
): number | 'unknown' {
  return conversation.usage?.cost ?? prices?.(interaction, conversation) ?? 'unknown'
}

/** Providers do not charge for a request that failed, and MCP is no model. */
function isPriced(conversation: Conversation | undefined): boolean {
  return conversation !== undefined && conversation.operation !== 'mcp' && conversation.error === undefined
}
