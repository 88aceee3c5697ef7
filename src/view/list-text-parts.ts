import type { ViewConversation, ViewPart } from './view-data.ts'

/** A part of an answer with a text. */
export type TextPart = Extract<ViewPart, { readonly text: string }>

/** Lists the parts of all answers that have a text. The events of a stream refer to them by their index. */
export function listTextParts(conversation: ViewConversation | undefined): TextPart[] {
  return (conversation?.answers ?? []).flatMap(({ parts }) => parts.filter((part) => 'text' in part))
}
