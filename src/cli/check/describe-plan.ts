import type { Interaction } from '../../cassette.ts'
import { count } from '../../diagnostics/count.ts'
import { formatCost } from '../../diagnostics/units.ts'
import type { Usage } from '../../llm/conversation.ts'
import { countTokens } from '../../llm/count-tokens.ts'
import type { ConversationReader } from '../conversation-reader.ts'

/** A request that will be sent. */
interface PlannedRequest {
  readonly interaction: Interaction
  readonly live: { readonly url: string }
}

/** Describes the requests that will be sent, and their expected tokens and cost: those of the recordings. */
export function describePlan(sent: readonly PlannedRequest[], read: ConversationReader): string {
  if (sent.length === 0) return 'There is no request that can be sent.'
  const hosts = [...new Set(sent.map(({ live }) => new URL(live.url).host))].sort().join(', ')
  const usages = sent.map(({ interaction }) => read(interaction)?.usage)
  const tokens = describeSum(usages, countTokens, String)
  const cost = describeSum(usages, (usage) => usage?.cost, formatCost)
  return `Sends ${count(sent.length, 'request')} to ${hosts}. Expected tokens: ${tokens}. Expected cost: ${cost}.`
}

/** An unknown amount is not 0, so the sum of the known ones is not the whole. */
function describeSum(
  usages: readonly (Usage | undefined)[],
  amountOf: (usage: Usage | undefined) => number | undefined,
  format: (sum: number) => string,
): string {
  const known = usages.map(amountOf).filter((amount) => amount !== undefined)
  if (known.length === 0) return 'unknown'
  const sum = format(known.reduce((total, amount) => total + amount, 0))
  return known.length === usages.length ? sum : `${sum} for ${known.length} of them, unknown for the others`
}
