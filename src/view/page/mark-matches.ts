/** More would make scrolling slow. */
const MAX_MARKS = 2_000

/**
 * Marks the words of a search in a part of the page, also in what is rendered later. The document is not changed.
 *
 * @param terms in lower case
 * @returns ends the marking
 */
export function keepMarked(root: Node, terms: readonly string[]): () => void {
  if (terms.length === 0 || !('highlights' in CSS)) return () => {}
  const mark = (): void => void CSS.highlights.set('match', new Highlight(...findRanges(root, terms)))
  const observer = new MutationObserver(mark)
  observer.observe(root, { childList: true, subtree: true, characterData: true })
  mark()
  return () => {
    observer.disconnect()
    CSS.highlights.delete('match')
  }
}

function findRanges(root: Node, terms: readonly string[]): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node && ranges.length < MAX_MARKS; node = walker.nextNode()) {
    const text = node.nodeValue?.toLowerCase() ?? ''
    if (text.length !== node.nodeValue?.length) continue
    for (const term of terms) addRanges({ node, text, term, ranges })
  }
  return ranges
}

function addRanges({ node, text, term, ranges }: { node: Node; text: string; term: string; ranges: Range[] }): void {
  for (let at = text.indexOf(term); at !== -1 && ranges.length < MAX_MARKS; at = text.indexOf(term, at + term.length)) {
    const range = new Range()
    range.setStart(node, at)
    range.setEnd(node, at + term.length)
    ranges.push(range)
  }
}
