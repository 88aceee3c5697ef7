import { removeEscapes } from './decode-text.ts'
import { type PlaceScanner, REDACTED } from './redacted.ts'
import { replaceRanges, type TextRange } from './text-ranges.ts'

/** A value, and the semicolon after it. Some writers of JSON escape slashes and other characters. */
const VALUE = /=\s?((?!=)(?:[^;"'<>\\\s&]|\\{1,8}(?:\/|u00[\da-f]{2}))+)(;?)/iy

const MAX_NAME = 60

/** The end of a name that suggests a credential: most texts have thousands of other names before `=`. */
const LAST_WORD = /(?:key|password|passwd|pwd|secret|token|signature|sig|auth)\s?$/i

/** Settings of a line of words such as `host=a user=me password=…`, without semicolons. */
const WORDS = ['host=', 'server=', 'dbname=']

/** Replaces the credentials in connection strings: `Server=a;User Id=me;Password=…;`. */
export const redactConnectionStrings: PlaceScanner = (text, rule, found) => {
  const ranges: TextRange[] = []
  let kind: Kind | undefined
  for (let at = text.indexOf('='); at !== -1; at = text.indexOf('=', at + 1)) {
    if (!LAST_WORD.test(text.slice(Math.max(0, at - 11), at))) continue
    // Only now: most texts have no such name, and the search reads the whole text.
    kind ??= kindOf(text)
    if (kind === 'none') return text
    const setting = readSetting(text, at)
    if (!setting) continue
    const { name, raw, end, isSeparated } = setting
    const value = removeEscapes(raw)
    // A value contains no other setting.
    at = end - 1
    if (!isSeparated && !(kind === 'words' && /(?:^| )(?:password|passwd|pwd)$/i.test(name))) continue
    if (value === REDACTED || !rule.isCredential(name, value, 'parameter')) continue
    found.add(value)
    ranges.push({ start: end - raw.length, end, text: REDACTED })
  }
  return replaceRanges(text, ranges)
}

/** The kinds of connection strings that a text can contain. With words, it can contain semicolons too. */
type Kind = 'words' | 'semicolons' | 'none'

function kindOf(text: string): Kind {
  if (WORDS.some((word) => text.includes(word))) return 'words'
  return text.includes(';') ? 'semicolons' : 'none'
}

interface Setting {
  readonly name: string
  /** The value with its escapes. */
  readonly raw: string
  /** The end of the value. */
  readonly end: number
  /** Whether a semicolon is before the name or after the value. */
  readonly isSeparated: boolean
}

function readSetting(text: string, equals: number): Setting | undefined {
  VALUE.lastIndex = equals
  const match = VALUE.exec(text)
  if (!match) return undefined
  let start = equals
  while (start > 0 && equals - start < MAX_NAME && /[\w .-]/.test(text[start - 1] ?? '')) start--
  const [all, raw = '', next = ''] = match
  return {
    name: text.slice(start, equals).trim(),
    raw,
    end: equals + all.length - next.length,
    isSeparated: next === ';' || text[start - 1] === ';',
  }
}
