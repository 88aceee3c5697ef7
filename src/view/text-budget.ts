import type { ViewText } from './view-data.ts'

/** The longest text, in characters. A text of this length is rendered without a delay. */
const MAX_TEXT = 256 * 1024

/** The most characters in a page. A browser opens a page of this size in about a second. */
const MAX_TOTAL = 24 * 1024 * 1024

/** Limits the texts of a page. */
export interface TextBudget {
  /** Cuts a text to the limit of a text, and to the rest of the limit of the page. */
  cut(text: string): ViewText
}

/**
 * Creates the budget of one page.
 *
 * @param total the most characters in all texts together; default 24 Mi
 */
export function createTextBudget(total: number = MAX_TOTAL): TextBudget {
  let left = total
  return {
    cut(text) {
      const length = endOfCut(text, Math.min(text.length, MAX_TEXT, left))
      left -= length
      return length === text.length ? { text } : { text: text.slice(0, length), omitted: text.length - length }
    },
  }
}

/** Not between the halves of a surrogate pair. */
function endOfCut(text: string, length: number): number {
  const isHalf = length < text.length && /[\ud800-\udbff]/.test(text.charAt(length - 1))
  return isHalf ? length - 1 : length
}
