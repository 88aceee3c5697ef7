import { anyEnding } from './any-ending.ts'
import { findInAuthorization } from './header-credentials.ts'
import { REDACTED } from './redacted.ts'
import { groupOf } from './secret-name.ts'
import { findSeedPhrases } from './seed-phrase.ts'
import type { ShapeMatch } from './shape-finder.ts'
import { isRandom, suggestsCredential } from './suggests-credential.ts'
import { redactXml } from './xml-credentials.ts'

/**
 * Finds credentials whose names are in another place than directly before them: in XML and HTML, in CSV, in commands, in headers,
 * and in files of passwords.
 */
export function* findInLayouts(text: string): Generator<ShapeMatch> {
  const values: string[] = findSeedPhrases(text)
  if (text.includes('<')) redactXml(text, { isCredential: suggestsCredential }, { add: (value) => values.push(value) })
  if (text.includes(',')) values.push(...findInColumns(text))
  for (const [, password = ''] of text.matchAll(NETRC)) if (password !== REDACTED) values.push(password)
  for (const [, password = ''] of text.matchAll(PGPASS)) if (isRandom(password)) values.push(password)
  for (const [, name = '', value = ''] of text.matchAll(COMMAND))
    if (suggestsCredential(name, value)) values.push(value)
  for (const [, name = '', value = ''] of text.matchAll(VARIABLE))
    if (suggestsCredential(name, value)) values.push(value)
  for (const [, password = ''] of text.matchAll(SQL_USER))
    if (suggestsCredential('password', password)) values.push(password)
  for (const [, header = ''] of text.matchAll(AUTHORIZATION))
    for (const value of findInAuthorization(header)) {
      const [word = ''] = value.split(/[\s"',}]/, 1)
      if (suggestsCredential('authorization', word)) values.push(word)
    }
  for (const value of values) yield { kind: 'the value of a name that suggests a credential', text: value }
}

/** @see https://everything.curl.dev/usingcurl/netrc.html */
const NETRC =
  /\b(?:machine\s{1,20}\S{1,200}|default)\s{1,20}login\s{1,20}\S{1,200}\s{1,20}(?:account\s{1,20}\S{1,200}\s{1,20})?password\s{1,20}([^\s<>${}]{8,600})/g

/** @see https://www.postgresql.org/docs/current/libpq-pgpass.html */
const PGPASS = /^[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,63}:[\w*-]{1,63}:(\S{8,200})$/gm

/** A command or a directive with a name and a value behind a blank: `ENV`, `aws configure set`. */
const COMMAND =
  /\b(?:ENV|ARG|setenv|SetEnv|config set|configure set)[ \t]{1,10}([\w.:/-]{2,100})[ \t]{1,10}["']?([^\s"']{10,600})/g

/** A variable of Terraform. */
const VARIABLE =
  /\bvariable[ \t]{1,5}"([\w-]{2,80})"[ \t]{0,5}\{[^{}]{0,300}?\bdefault\s{1,20}=\s{1,20}"([^"\n]{8,600})"/g

const SQL_USER = /\bidentified[ \t]{1,5}(?:with[ \t]{1,5}\w{1,40}[ \t]{1,5})?(?:by|as)[ \t]{1,5}'([^'\n]{8,200})'/gi

/** A header in any scheme. Known schemes without parameters are found by their shape. */
const AUTHORIZATION =
  /\bauthorization["'`]?[ \t]{0,3}[:=][ \t]{0,3}["'`]?((?!Bearer |Basic )[A-Za-z][\w-]{1,40} [^\r\n'`]{8,2000})/gi

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
