import { readFileSync, writeFileSync } from 'node:fs'

const page = new URL('../../docs/speed.md', import.meta.url)

/**
 * Replaces a section of `docs/speed.md` by what a bench has measured, if `npm run docs:speed` has started the bench.
 *
 * @param name the section between the comments `<!-- name -->` and `<!-- /name -->`
 * @throws Error if the page has no such section
 */
export function writeSection(name: 'rows' | 'suite' | 'peers' | 'server', lines: readonly string[]): void {
  if (process.env.SPEED_PAGE !== 'write') return
  const text = readFileSync(page, 'utf8')
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`docs/speed.md has no section ${begin} … ${end}`)
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${lines.join('\n')}\n\n${text.slice(to)}`)
}

/** The lines of a Markdown table. */
export function toTable(rows: readonly Readonly<Record<string, string>>[]): string[] {
  const names = Object.keys(rows[0] ?? {})
  const toLine = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |')
  return [
    toLine(names),
    toLine(names.map(() => '---')),
    ...rows.map((row) => toLine(names.map((name) => row[name] ?? ''))),
  ]
}
