/** The sections of `docs/speed.md` that benches write. */
export type SectionName = 'rows' | 'suite' | 'peers' | 'server'

/**
 * Replaces the lines between the comments `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error if the page has no such section
 */
export function replaceSection(page: string, name: SectionName, lines: readonly string[]): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`docs/speed.md has no section ${begin} … ${end}`)
  return `${page.slice(0, from)}${begin}\n\n${lines.join('\n')}\n\n${page.slice(to)}`
}
