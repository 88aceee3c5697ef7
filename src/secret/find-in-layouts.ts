import { anyEnding } from './any-ending.ts'
import { findInCommands } from './find-in-commands.ts'
import { groupOf } from './secret-name.ts'
import { findSeedPhrases } from './seed-phrase.ts'
import type { ShapeMatch } from './shape-finder.ts'
import { suggestsCredential } from './suggests-credential.ts'
import { redactXml } from './xml-credentials.ts'

/**
 * Finds credentials whose names are in another place than directly before them: in XML and HTML, in CSV, in commands, in headers,
 * and in files of passwords.
 */
export function* findInLayouts(text: string): Generator<ShapeMatch> {
  const values = [...findSeedPhrases(text), ...findInCommands(text)]
  if (text.includes('<')) redactXml(text, { isCredential: suggestsCredential }, { add: (value) => values.push(value) })
  if (/[,;\t]/.test(text)) values.push(...findInColumns(text))
  for (const value of values) yield { kind: 'the value of a name that suggests a credential', text: value }
}

/** A line with the names of columns: CSV, without blanks between the names. */
const HEAD = new RegExp(`(?:^|")[\\w.,;\\t-]{0,400}${anyEnding}[\\w.,;\\t-]{0,400}\\r?$`, 'gim')

/** The same with each name in quotes. */
const QUOTED_HEAD = /^"[\w.-]{1,60}"(?:[,;\t]"[\w.-]{1,60}"){1,50}\r?$/gm

const MAX_ROWS = 50
const MAX_ROW = 4000

function* findInColumns(text: string): Generator<string> {
  for (const match of [...text.matchAll(HEAD), ...text.matchAll(QUOTED_HEAD)]) {
    const separator = /[,;\t]/.exec(match[0])?.[0] ?? ','
    const names = trimBlanks(match[0].replaceAll('"', '')).split(separator)
    if (names.length < 2 || names.every((name) => groupOf(name) === 'harmless')) continue
    const start = match.index + match[0].length + 1
    yield* findInRows(names, separator, text.slice(start, start + MAX_ROW).split('\n', MAX_ROWS))
  }
}

function* findInRows(names: readonly string[], separator: string, rows: readonly string[]): Generator<string> {
  for (const row of rows) {
    const cells = trimBlanks(row.split(/"[}\]]/, 1)[0] ?? '').split(separator)
    if (cells.length !== names.length) return
    for (const [column, cell] of cells.entries()) {
      const value = cell.replace(/^"(.*)"$/, '$1')
      if (suggestsCredential(names[column] ?? '', value)) yield value
    }
  }
}

/** Removes blanks at both ends, but no tab: it separates an empty cell. */
function trimBlanks(line: string): string {
  let [start, end] = [0, line.length]
  while (line[start] === ' ') start++
  // Not a pattern, which would take quadratic time for blanks in the middle.
  while (end > start && /[ \r]/.test(line[end - 1] ?? '')) end--
  return line.slice(start, end)
}
