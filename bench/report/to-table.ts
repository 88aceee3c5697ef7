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
