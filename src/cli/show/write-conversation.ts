import { count } from '../../diagnostics/count.ts'
import { formatCost } from '../../diagnostics/units.ts'
import type { Conversation, ConversationAnswer, Message, Part, Usage } from '../../llm/conversation.ts'
import type { Line, Style } from '../styled.ts'
import { type Block, type Layout, layOut } from '../text/layout.ts'
import type { FoldedMessages } from './fold-messages.ts'
import { pairTools, type ToolResults } from './pair-tools.ts'
import { toBlocks } from './part-blocks.ts'

/** Writes a conversation: its messages, its answers, and how it ended. */
export function writeConversation(conversation: Conversation, folded: FoldedMessages, layout: Layout): Line[] {
  const { tools, answers, usage, error } = conversation
  const results = pairTools(folded.rest)
  const joined: ReadonlySet<Part> = new Set(results.values())
  return layOut(
    [
      ...(tools.length === 0 ? [] : [{ label: 'tools', labelStyle: 'dim' as const, text: tools.join(', ') }]),
      ...foldedBlocks(folded, layout),
      ...folded.rest.flatMap((message) => toMessageBlocks(message, results, joined)),
      ...answers.flatMap((answer, index) =>
        toAnswerBlocks(answer, answers.length > 1 ? `answer ${index + 1}` : 'answer'),
      ),
      ...(usage ? toUsageBlocks(usage) : []),
      ...(error
        ? [{ label: 'error', labelStyle: 'red' as const, text: [error.type, error.message].filter(Boolean).join(': ') }]
        : []),
    ],
    layout,
  )
}

const ROLE_STYLES: Readonly<Record<Message['role'], Style>> = {
  system: 'magenta',
  user: 'blue',
  assistant: 'green',
  tool: 'yellow',
}

function foldedBlocks({ repeated, from }: FoldedMessages, { form }: Layout): Block[] {
  if (repeated === 0) return []
  const where = form === 'plain' ? 'above' : `in #${from}`
  return [{ label: '…', labelStyle: 'dim', text: `${count(repeated, 'message')} as ${where}`, style: 'dim' }]
}

/** A result that is shown below its call is not shown again. */
function toMessageBlocks({ role, parts }: Message, results: ToolResults, joined: ReadonlySet<Part>): Block[] {
  const shown = parts.filter((part) => !joined.has(part))
  return label(role, ROLE_STYLES[role], toBlocks(shown, results))
}

function toAnswerBlocks({ parts, finishReason }: ConversationAnswer, name: string): Block[] {
  return [
    ...label(name, 'green', toBlocks(parts, new Map())),
    ...(finishReason === undefined ? [] : [{ label: 'finish', labelStyle: 'dim' as const, text: finishReason }]),
  ]
}

/** The first block that has no label of its own gets the one of its message. */
function label(name: string, labelStyle: Style, blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.label === undefined)
  return blocks.map((block, index) => (index === first ? { label: name, labelStyle, ...block } : block))
}

function toUsageBlocks({ input, cachedInput, output, reasoning, cost }: Usage): Block[] {
  const facts = [
    ...(input === undefined ? [] : [`${input} in${note(cachedInput, 'cached')}`]),
    ...(output === undefined ? [] : [`${output} out${note(reasoning, 'reasoning')}`]),
    ...(cost === undefined ? [] : [formatCost(cost)]),
  ]
  return facts.length === 0 ? [] : [{ label: 'tokens', labelStyle: 'dim', text: facts.join(', ') }]
}

function note(n: number | undefined, name: string): string {
  return n ? ` (${n} ${name})` : ''
}
