import type { Interaction } from '../cassette.ts'
import type { Conversation } from '../llm/conversation.ts'
import { loadPriceList, withCost } from '../llm/cost.ts'
import { readConversation } from '../llm/read-conversation.ts'
import { UsageError } from './command.ts'

/** Reads an interaction as a conversation; undefined if no known protocol fits. */
export type ConversationReader = (interaction: Interaction) => Conversation | undefined

/** Whose costs are shown: those that are recorded, or also those of a list of prices. */
export type Prices = 'recorded' | 'listed'

/**
 * Creates the reader for the option `--prices`.
 *
 * @param day the day of the prices; default: the day of each recording
 * @throws UsageError if the package with the list is not installed
 */
export async function createConversationReader(prices: Prices, day?: Date): Promise<ConversationReader> {
  if (prices === 'recorded') return readConversation
  const list = await loadPriceList(day)
  if (!list)
    throw new UsageError(
      '--prices needs the package @pydantic/genai-prices. Install it: npm install --save-dev @pydantic/genai-prices',
    )
  return (interaction) => {
    const conversation = readConversation(interaction)
    return conversation && withCost(conversation, interaction, list)
  }
}
