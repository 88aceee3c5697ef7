import type { Document, Scalar } from 'yaml'
import { loadYaml } from '#yaml'

/**
 * Replaces U+2028 and U+2029 by line feeds if the writer of a file treats them as line breaks. In YAML 1.1 they are line breaks,
 * and the libraries of Go, Python and Ruby indent the text after them. All offsets stay the same.
 *
 * @returns the text itself if they are part of a text, as in YAML 1.2: if one of them is followed by anything but white space
 */
export function toLineFeeds(text: string): string {
  if (!SEPARATOR.test(text) || UNINDENTED.test(text)) return text
  return text.replace(/[\u2028\u2029]+/g, (run, offset: number) =>
    text[offset + run.length] === "'" ? run : '\n'.repeat(run.length),
  )
}

/** Before its closing quote, Go's library does not indent. There, both versions of YAML read the same text. */
const UNINDENTED = /[\u2028\u2029](?![ \r\n\u2028\u2029]|'(?:[\r\n]|$)|$)/

const SEPARATOR = /[\u2028\u2029]/

/**
 * Restores the characters that `toLineFeeds` replaced, in the values of a document.
 *
 * @param document parsed from the result of `toLineFeeds`; its scalars are changed
 * @param text the original text
 * @returns whether all values could be restored
 */
export function restoreSeparators(document: Document.Parsed, text: string): 'restored' | 'failed' {
  let outcome: 'restored' | 'failed' = 'restored'
  loadYaml().visit(document, {
    Scalar(_key, node) {
      const source = node.range ? text.slice(node.range[0], node.range[1]) : ''
      if (!SEPARATOR.test(source) || typeof node.value !== 'string') return
      const value = readScalar(node, node.value, source)
      if (value === undefined) outcome = 'failed'
      else node.value = value
    },
  })
  return outcome
}

function readScalar({ type }: Scalar, value: string, source: string): unknown {
  switch (type) {
    case 'BLOCK_LITERAL':
      return restoreLines(value, source)
    case 'QUOTE_SINGLE':
      return foldLines(source.slice(1, -1)).replaceAll("''", "'")
    case 'QUOTE_DOUBLE':
    case 'PLAIN':
      // The libraries that treat them as line breaks never write them here, so that they are part of the text.
      return loadYaml().parse(source)
    default:
      return undefined
  }
}

/** Each line break of a literal block is a line break of its source, in the same order. */
function restoreLines(value: string, source: string): string {
  const breaks = source.slice(source.indexOf('\n') + 1).match(/[\n\u2028\u2029]/g) ?? []
  let index = 0
  return value.replace(/\n/g, () => breaks[index++] ?? '\n')
}

/** Folds the lines of quoted text as YAML 1.1 does: only a line feed becomes a space, or nothing before other line breaks. */
function foldLines(quoted: string): string {
  const [first = '', ...rest] = quoted.split(/(\r\n|[\n\u2028\u2029])/)
  let folded = rest.length > 0 ? trimEnd(first) : first
  let breaks: string[] = []
  for (let at = 0; at < rest.length; at += 2) {
    const line = trimStart(rest[at + 1] ?? '')
    const isLast = at + 2 >= rest.length
    breaks.push(rest[at]?.endsWith('\n') ? '\n' : (rest[at] ?? ''))
    if (line === '' && !isLast) continue
    folded += joinBreaks(breaks) + (isLast ? line : trimEnd(line))
    breaks = []
  }
  return folded
}

function joinBreaks(breaks: readonly string[]): string {
  const [first, ...others] = breaks
  if (first !== '\n') return breaks.join('')
  return others.length === 0 ? ' ' : others.join('')
}

function trimStart(line: string): string {
  let at = 0
  while (line[at] === ' ' || line[at] === '\t') at++
  return line.slice(at)
}

function trimEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end--
  return line.slice(0, end)
}
