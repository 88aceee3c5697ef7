import { findRecordingDate, type Interaction } from '../cassette.ts'
import { given } from '../json/members.ts'
import type { Conversation } from './conversation.ts'

/** Tells how much an interaction cost, in US dollars; undefined if that is unknown. */
export type PriceList = (interaction: Interaction, conversation: Conversation) => number | undefined

/** The recorded cost of an interaction, in US dollars. Only some providers, such as OpenRouter, report it. */
export const recordedCost: PriceList = (_interaction, { usage }) => usage?.cost

/**
 * Loads the list of prices of `@pydantic/genai-prices`, an optional peer dependency. It selects the provider by the recorded URL and
 * the price by the recorded date. A recorded cost takes precedence.
 *
 * @returns undefined if the package is not installed
 */
export async function loadPriceList(): Promise<PriceList | undefined> {
  const prices = await import('@pydantic/genai-prices').catch(() => undefined)
  return (
    prices &&
    ((interaction, conversation) =>
      recordedCost(interaction, conversation) ?? listedCost(prices, interaction, conversation))
  )
}

function listedCost(
  { calcPrice, findProvider }: typeof import('@pydantic/genai-prices'),
  interaction: Interaction,
  { model, usage }: Conversation,
): number | undefined {
  const provider = findProvider({ providerApiUrl: interaction.request.url })
  // The day of the recording. A price of today would be a guess.
  const timestamp = findRecordingDate(interaction)
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
