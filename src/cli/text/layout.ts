import { createHash } from 'node:crypto'
import { type Line, type Style, styled } from '../styled.ts'
import { wrapText } from './wrap-text.ts'

/** How texts become lines. */
export interface Layout {
  /** `screen`: text is wrapped. `plain`: each sentence has a line, so that a diff of two outputs is small. */
  readonly form: 'screen' | 'plain'
  /** Infinite to wrap nothing. */
  readonly columns: number
}

/** A text with a label at its left. */
export interface Block {
  /** Default: none. */
  readonly label?: string
  readonly labelStyle?: Style
  /** Several lines. */
  readonly text: string
  readonly style?: Style
}

const MARGIN = '  '

/** The width of the column of labels. */
const LABEL_WIDTH = 11

/** The least width of a text, on a screen that is too narrow for it. */
const MIN_COLUMNS = 20

/** Longer lines are hard to read. */
const MAX_COLUMNS = 120

/** Sets blocks below each other, with their labels in one column. */
export function layOut(blocks: readonly Block[], layout: Layout): Line[] {
  return blocks.flatMap((block) => layOutBlock(block, layout))
}

function layOutBlock({ label = '', labelStyle = 'bold', text, style }: Block, { form, columns }: Layout): Line[] {
  const width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS) - MARGIN.length - LABEL_WIDTH)
  const split = form === 'plain' || columns === Number.POSITIVE_INFINITY ? toSentences : wrapText
  const lines = toLines(form === 'screen' ? text.trimEnd() : text).flatMap((line) => split(line, width))
  return lines.map((line, index) => {
    const first = index === 0 ? label : ''
    if (first === '' && line === '') return ''
    // A label that is too long keeps a space after it.
    const padding = ' '.repeat(Math.max(1, LABEL_WIDTH - first.length))
    return [MARGIN, styled(labelStyle, first), padding, style === undefined ? line : styled(style, line)]
  })
}

/** Splits a text into its lines and sentences. */
export function toSentenceLines(text: string): string[] {
  return text === '' ? [] : toLines(text).flatMap(toSentences)
}

/** A tab would be escaped as a control character. */
function toLines(text: string): string[] {
  return elideData(text.replaceAll('\t', '  ')).split(/\r\n|\r|\n/)
}

/** A sentence keeps everything but the space that ends it. */
function toSentences(line: string): string[] {
  return line.split(/(?<=[.!?]) |(?<=[。！？])(?=.)/)
}

const MAX_DATA = 1000

/** Shows long encoded data, such as an image in base64, by its length and its digest. */
function elideData(text: string): string {
  return text.replace(/[\w+/=-]+/g, (word) => {
    if (word.length <= MAX_DATA) return word
    return `(${word.length} characters, sha256 ${createHash('sha256').update(word).digest('hex').slice(0, 12)})`
  })
}
