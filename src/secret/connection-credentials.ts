import { type PlaceScanner, REDACTED } from './redacted.ts'
import { replaceRanges, type TextRange } from './text-ranges.ts'

/** A value, and the semicolon after it. */
const VALUE = /=\s?([^;"'<>\\\s&=][^;"'<>\\\s&]*)(;?)/g

/** The name before a value, and the separator before it. */
const NAME = /(^|[;"'\s,{(])\s{0,3}([A-Za-z][\w.-]{1,40}(?: [A-Za-z]{1,20}){0,3})\s?$/

const MAX_NAME = 100

/** Settings of a line of words such as `host=a user=me password=…`, without semicolons. */
const WORDS = ['host=', 'server=', 'dbname=']

/** Replaces the credentials in connection strings: `Server=a;User Id=me;Password=…;`. */
export const redactConnectionStrings: PlaceScanner = (text, rule, found) => {
  if (!text.includes('=')) return text
  const isWords = WORDS.some((word) => text.includes(word))
  if (!isWords && !text.includes(';')) return text
  const ranges: TextRange[] = []
  for (const { index, 0: match, 1: value = '', 2: next } of text.matchAll(VALUE)) {
    const before = text.slice(Math.max(0, index - MAX_NAME), index)
    const [, separator, name = ''] = (next || isWords || before.includes(';') ? NAME.exec(before) : undefined) ?? []
    if (!(next || separator === ';' || (isWords && /^(?:password|passwd|pwd)$/i.test(name)))) continue
    if (value === REDACTED || !rule.isCredential(name, value, 'parameter')) continue
    found.add(value)
    const start = index + match.indexOf(value, 1)
    ranges.push({ start, end: start + value.length, text: REDACTED })
  }
  return replaceRanges(text, ranges)
}
