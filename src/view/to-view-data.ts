import type { Cassette, Interaction } from '../cassette.ts'
import type { Conversation } from '../llm/conversation.ts'
import { createTextBudget, type TextBudget } from './text-budget.ts'
import { toViewInteraction } from './to-view-interaction.ts'
import type { Badge, ViewCassette, ViewData, ViewDiff } from './view-data.ts'

/** A cassette to show, or the reason why it can't be read. */
export type CassetteToView =
  | {
      readonly path: string
      readonly cassette: Cassette
      /** The comparison of each interaction with another recording. */
      readonly diffs?: readonly (ViewDiff | undefined)[]
    }
  | { readonly path: string; readonly failure: string }

/** How to read an interaction. */
export interface ViewReaders {
  readConversation(interaction: Interaction): Conversation | undefined
  findBadges(interaction: Interaction): readonly Badge[]
}

/**
 * Prepares the data of the page.
 *
 * @param budget limits the size of the page
 */
export async function toViewData(
  cassettes: readonly CassetteToView[],
  readers: ViewReaders,
  { against, budget = createTextBudget() }: { readonly against?: string | undefined; readonly budget?: TextBudget } = {},
): Promise<ViewData> {
  const viewed: ViewCassette[] = []
  // One after the other: they share the budget.
  for (const cassette of cassettes) viewed.push(await toViewCassette(cassette, readers, budget))
  return { cassettes: viewed, ...(against === undefined ? {} : { against }) }
}

async function toViewCassette(
  shown: CassetteToView,
  { readConversation, findBadges }: ViewReaders,
  budget: TextBudget,
): Promise<ViewCassette> {
  const { path } = shown
  if ('failure' in shown) return { path, failure: shown.failure, interactions: [] }
  const { cassette, diffs = [] } = shown
  const interactions: ViewCassette['interactions'][number][] = []
  let previous: Conversation | undefined
  for (const [index, interaction] of cassette.interactions.entries()) {
    const conversation = readConversation(interaction)
    const badges = findBadges(interaction)
    const diff = diffs[index]
    const viewed = await toViewInteraction({ interaction, conversation, previous, badges }, budget)
    interactions.push({ ...viewed, ...(diff === undefined ? {} : { diff }) })
    previous = conversation ?? previous
  }
  return { path, format: cassette.format, interactions }
}
