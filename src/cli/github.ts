/** A line in the log of GitHub Actions that marks a line of a file. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** Relative to the root of the repository. */
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly title: string
  readonly message: string
}

/**
 * Writes an annotation.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotation({ level, file, line, column, title, message }: Annotation): string {
  const facts = { file: escapeProperty(file), line, col: column, title: escapeProperty(title) }
  const properties = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return `::${level} ${properties.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
