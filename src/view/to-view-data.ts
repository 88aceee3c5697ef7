import type { Interaction } from '../cassette.ts'
import { given } from '../json/members.ts'
import type { Conversation } from '../llm/conversation.ts'
import { createTextBudget, type TextBudget } from './text-budget.ts'
import { toViewInteraction } from './to-view-interaction.ts'
import type { Badge, ViewCassette, ViewData, ViewDiff, ViewInteraction } from './view-data.ts'

/** A cassette to show. */
export interface CassetteToView {
  /** As the user would spell it. */
  readonly path: string
  readonly format?: string
  /** Why it can't be read. */
  readonly failure?: string
  readonly interactions: readonly InteractionWithFacts[]
  /** See `ViewCassette`. */
  readonly removed?: readonly string[]
}

/** An interaction, and facts that are not in it. */
interface InteractionWithFacts {
  readonly index: number
  readonly interaction: Interaction
  readonly badges: readonly Badge[]
  readonly diff?: ViewDiff
}

/** How to prepare the data. */
export interface ViewOptions {
  readConversation(interaction: Interaction): Conversation | undefined
  /** The other recording, as the user spelled it. */
  readonly against?: string | undefined
  /** Limits the size of the page. */
  readonly budget?: TextBudget
}

/** Prepares the data of the page. */
export async function toViewData(cassettes: readonly CassetteToView[], options: ViewOptions): Promise<ViewData> {
  const { against, budget = createTextBudget() } = options
  const viewed: ViewCassette[] = []
  // One after the other, because they share the budget.
  for (const { interactions, ...facts } of cassettes)
    viewed.push({ ...facts, interactions: await toViewInteractions(interactions, options, budget) })
  return { cassettes: viewed, ...given({ against }) }
}

async function toViewInteractions(
  interactions: readonly InteractionWithFacts[],
  { readConversation }: ViewOptions,
  budget: TextBudget,
): Promise<ViewInteraction[]> {
  const viewed: ViewInteraction[] = []
  let previous: Conversation | undefined
  for (const { diff, ...facts } of interactions) {
    const conversation = readConversation(facts.interaction)
    viewed.push(await toViewInteraction({ ...facts, conversation, previous, diff }, budget))
    previous = conversation ?? previous
  }
  return viewed
}
