import type { ViewMessage, ViewPart } from '../view-data.ts'
import type { Entry } from './entries.ts'

/** Everything of an interaction that can be searched. Built on the first search. */
const searchTexts = new WeakMap<Entry, { readonly text: string; readonly lower: string }>()

/** Between the texts of an interaction. No query contains it. */
const SEPARATOR = '\0'

/** Splits a query into words. Each has to occur. Words in quotes count as one. */
export function toTerms(query: string): string[] {
  return [...query.toLowerCase().matchAll(/"([^"]+)"?|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word)
}

/** Finds the interactions that contain all words. */
export function findEntries(entries: readonly Entry[], terms: readonly string[]): readonly Entry[] {
  if (terms.length === 0) return entries
  return entries.filter((entry) => {
    const { lower } = searchTextOf(entry)
    return terms.every((term) => lower.includes(term))
  })
}

/** Returns the text around the first occurrence of a word. */
export function excerptOf(entry: Entry, term: string): string {
  const { lower, text } = searchTextOf(entry)
  const at = lower.indexOf(term)
  // Rarely, a text in lower case has another length.
  if (at === -1 || lower.length !== text.length) return ''
  const begin = text.lastIndexOf(SEPARATOR, at) + 1
  const from = Math.max(begin, at - 30)
  const [excerpt = ''] = text.slice(from, at + 120).split(SEPARATOR)
  return `${from > begin ? '…' : ''}${excerpt.replaceAll(/\s+/g, ' ')}`
}

function searchTextOf(entry: Entry): { readonly text: string; readonly lower: string } {
  const known = searchTexts.get(entry)
  if (known) return known
  const text = listTexts(entry).join(SEPARATOR)
  const searched = { text, lower: text.toLowerCase() }
  searchTexts.set(entry, searched)
  return searched
}

function listTexts({ cassette, interaction }: Entry): string[] {
  const { badges, conversation, model = '', request, response, stream, words } = interaction
  const turns = conversation ? [...conversation.messages, ...conversation.answers] : []
  return [
    words,
    ...turns.flatMap(({ parts, finishReason = '' }) => [...parts.flatMap(textsOf), finishReason]),
    conversation?.error?.message ?? '',
    `${interaction.method} ${interaction.url}`,
    `${interaction.status} ${interaction.statusText}`,
    [cassette.path, model, conversation?.provider, conversation?.protocol, ...badges].join(' '),
    ...textsOfMessage(request),
    ...textsOfMessage(response),
    ...(stream?.events ?? []).flatMap(({ name = '', text = '' }) => [name, text]),
    ...(interaction.diff?.changes ?? []).flatMap(({ lines }) => lines.map(({ text }) => text)),
  ]
}

function textsOf(part: ViewPart): string[] {
  switch (part.kind) {
    case 'tool-result':
      return [part.name ?? '', ...part.parts.flatMap(textsOf)]
    case 'tool-call':
      return [part.name, part.text]
    case 'media':
    case 'vectors':
      return [part.label]
    default:
      return [part.text]
  }
}

function textsOfMessage({ headers, body }: ViewMessage): string[] {
  return [...headers.map((header) => header.join(': ')), body.content?.text ?? '']
}
