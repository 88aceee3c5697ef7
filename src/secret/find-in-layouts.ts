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
  if (text.includes(',')) values.push(...findInColumns(text))
  for (const value of values) yield { kind: 'the value of a name that suggests a credential', text: value }
}

/** A line with the names of columns: CSV, without blanks between the names. */
const HEAD = new RegExp(`(?:^|")[\\w.,-]{0,400}${anyEnding}[\\w.,-]{0,400}\\r?$`, 'gim')

const MAX_ROWS = 50
const MAX_ROW = 4000

function* findInColumns(text: string): Generator<string> {
  for (const match of text.matchAll(HEAD)) {
    const names = match[0].replace('"', '').trim().split(',')
    if (names.length < 2 || names.every((name) => groupOf(name) === 'harmless')) continue
    const start = match.index + match[0].length + 1
    yield* findInRows(names, text.slice(start, start + MAX_ROW).split('\n', MAX_ROWS))
  }
}

function* findInRows(names: readonly string[], rows: readonly string[]): Generator<string> {
  for (const row of rows) {
    const cells = (row.split(/"[}\]]/, 1)[0] ?? '').trim().split(',')
    if (cells.length !== names.length) return
    for (const [column, cell] of cells.entries()) {
      const value = cell.replace(/^"(.*)"$/, '$1')
      if (suggestsCredential(names[column] ?? '', value)) yield value
    }
  }
}
