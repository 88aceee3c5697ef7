import { findHeader, type Interaction } from '../cassette.ts'
import { given } from '../json/members.ts'
import type { Conversation } from './conversation.ts'

/** Finds the cost of an interaction in US dollars; undefined if it is unknown. */
export type PriceList = (interaction: Interaction, conversation: Conversation) => number | undefined

/**
 * Loads the list of prices of `@pydantic/genai-prices`, an optional peer dependency. It selects the provider by the recorded URL.
 *
 * @param day the day of the prices; default: the day of the recording
 * @returns undefined if the package is not installed
 */
export async function loadPriceList(day?: Date): Promise<PriceList | undefined> {
  const prices = await import('@pydantic/genai-prices').catch(() => undefined)
  return prices && ((interaction, conversation) => listedCost(prices, interaction, conversation, day))
}

/** Adds the cost to a conversation. Providers that report it, such as OpenRouter, know it better than a list. */
export function withCost(conversation: Conversation, interaction: Interaction, prices: PriceList): Conversation {
  const { usage } = conversation
  if (!usage || usage.cost !== undefined) return conversation
  return { ...conversation, usage: { ...usage, ...given({ cost: prices(interaction, conversation) }) } }
}

function listedCost(
  { calcPrice, findProvider }: typeof import('@pydantic/genai-prices'),
  interaction: Interaction,
  { model, usage }: Conversation,
  day: Date | undefined,
): number | undefined {
  const provider = findProvider({ providerApiUrl: interaction.request.url })
  const timestamp = day ?? findDate(interaction)
  if (!provider || !timestamp || model === undefined || usage?.input === undefined) return undefined
  const tokens = given({
    input_tokens: usage.input,
    cache_read_tokens: usage.cachedInput,
    cache_write_tokens: usage.cacheWriteInput,
    output_tokens: usage.output,
  })
  try {
    return calcPrice(tokens, model, { provider, timestamp })?.total_price
  } catch {
    // Counts that contradict each other, such as more cached tokens than tokens.
    return undefined
  }
}

/** The day of the recording. */
function findDate({ recordedAt, response }: Interaction): Date | undefined {
  const date = recordedAt ?? new Date(findHeader(response.headers, 'date') ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}
