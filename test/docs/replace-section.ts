/** A section of a page that a command writes. */
export interface WrittenSection {
  /** The text of the page. */
  readonly document: string
  /** The command that writes it, as its marker names it. */
  readonly command: string
  readonly text: string
}

/**
 * Replaces the section between `<!-- begin: COMMAND -->` and the next `<!-- end -->`.
 *
 * @returns the new text of the page
 * @throws Error if the page has no such section
 */
export function replaceSection({ document, command, text }: WrittenSection): string {
  const [begin, end] = [`<!-- begin: ${command} -->`, '<!-- end -->']
  const from = document.indexOf(begin)
  const to = from < 0 ? -1 : document.indexOf(end, from)
  if (to < 0) throw new Error(`The page has no section between ${begin} and ${end}.`)
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`
}
