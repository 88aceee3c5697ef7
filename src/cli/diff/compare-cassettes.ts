import type { Conversation } from '../../llm/conversation.ts'
import { countTokens } from '../../llm/count-tokens.ts'
import { maskUrl } from '../../secret/mask-url.ts'
import type { ConversationReader } from '../conversation-reader.ts'
import type { SelectedCassette, SelectedInteraction } from '../select/select-cassettes.ts'
import { type Aspect, aspectsOf } from './aspects.ts'
import { type Pair, pairInteractions } from './pair-interactions.ts'

/** How two cassettes or interactions differ. */
export type Verdict = 'identical' | 'wording' | 'structural'

/** The differences of two cassettes: the output of `diff --json`. Its members are described in `docs/commands.md`. */
export interface CassetteDiff {
  readonly verdict: Verdict
  readonly a: string
  readonly b: string
  readonly tokens?: Change<number>
  readonly cost?: Change<number>
  readonly interactions: readonly InteractionDiff[]
}

/** A value on both sides. */
export interface Change<T> {
  readonly a: T
  readonly b: T
}

export interface InteractionDiff {
  readonly verdict: Verdict
  /** Its index in A; absent if only B has it. */
  readonly a?: number
  /** Its index in B; absent if only A has it. */
  readonly b?: number
  readonly method: string
  /** Without credentials. */
  readonly url: string
  /** Its line in the file of B, or of A if only that has it. */
  readonly line?: number
  readonly changes: readonly AspectChange[]
  readonly tokens?: Change<number>
  readonly cost?: Change<number>
}

/** A text that differs. It is empty if one side lacks it. */
export interface AspectChange extends Change<string> {
  /** Such as `prompt` or `tool calls`. */
  readonly aspect: string
  readonly kind: 'wording' | 'structural'
}

/** Compares two cassettes as conversations. */
export function compareCassettes(a: SelectedCassette, b: SelectedCassette, read: ConversationReader): CassetteDiff {
  const interactions = pairInteractions(a, b).map((pair) => comparePair(pair, read))
  return {
    verdict: worstOf(interactions.map(({ verdict }) => verdict)),
    a: a.path,
    b: b.path,
    ...sumOf('tokens', interactions),
    ...sumOf('cost', interactions),
    interactions,
  }
}

function comparePair({ a, b }: Pair, read: ConversationReader): InteractionDiff {
  const [before, after] = [readSide(a, read), readSide(b, read)]
  const changes = a && b ? compareAspects(before.aspects, after.aspects) : []
  const { request, line } = (b ?? a)?.interaction ?? {}
  return {
    verdict: a && b ? worstOf(changes.map(({ kind }) => kind)) : 'structural',
    ...(a ? { a: a.index } : {}),
    ...(b ? { b: b.index } : {}),
    method: request?.method ?? '',
    url: maskUrl(request?.url ?? ''),
    ...(line === undefined ? {} : { line }),
    changes,
    ...changeOf('tokens', toAmount(a, countTokens(before.usage)), toAmount(b, countTokens(after.usage))),
    ...changeOf('cost', toAmount(a, before.usage?.cost), toAmount(b, after.usage?.cost)),
  }
}

/** An interaction that does not exist has no tokens. That of one that exists can be unknown. */
function toAmount(selected: SelectedInteraction | undefined, amount: number | undefined): number | undefined {
  return selected ? amount : 0
}

function readSide(
  selected: SelectedInteraction | undefined,
  read: ConversationReader,
): { aspects: Aspect[]; usage?: Conversation['usage'] } {
  if (!selected) return { aspects: [] }
  const conversation = read(selected.interaction)
  return { aspects: aspectsOf(selected.interaction, conversation), ...(conversation && { usage: conversation.usage }) }
}

function compareAspects(before: readonly Aspect[], after: readonly Aspect[]): AspectChange[] {
  const names = new Set([...before, ...after].map(({ name }) => name))
  return [...names].flatMap((name) => {
    const absent = { text: '', shape: '' }
    const a = before.find((aspect) => aspect.name === name) ?? absent
    const b = after.find((aspect) => aspect.name === name) ?? absent
    if (a.text === b.text) return []
    return [{ aspect: name, kind: a.shape === b.shape ? 'wording' : 'structural', a: a.text, b: b.text }]
  })
}

/** The verdict about several comparisons. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return (['structural', 'wording'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'identical'
}

/** A change with an unknown side is unknown. */
function changeOf(
  name: 'tokens' | 'cost',
  a: number | undefined,
  b: number | undefined,
): Pick<CassetteDiff, 'tokens' | 'cost'> {
  return a === undefined || b === undefined ? {} : { [name]: { a, b } }
}

/** Adds the changes of a number that are known. */
export function sumOf(
  name: 'tokens' | 'cost',
  diffs: readonly Pick<CassetteDiff, 'tokens' | 'cost'>[],
): Pick<CassetteDiff, 'tokens' | 'cost'> {
  const changes = diffs.flatMap((diff) => diff[name] ?? [])
  if (changes.length === 0) return {}
  const sum = (side: 'a' | 'b'): number => changes.reduce((total, change) => total + change[side], 0)
  return changeOf(name, sum('a'), sum('b'))
}
