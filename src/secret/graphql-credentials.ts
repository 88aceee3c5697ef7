import { decodeQuoted } from './quoted-string.ts'
import { type PlaceScanner, REDACTED } from './redacted.ts'

/** JSON with the text of a query. */
const QUERY = /"query"\s{0,20}:\s{0,20}"(?:\s|\\[nrt]){0,100}(?:query|mutation|subscription|fragment|\{)/

/** `password: "…"` in the text of a query, which is a JSON string. The escapes of its value are escaped again. */
const ARGUMENT =
  /(?<=[\s({,nrt"])([A-Za-z_]\w{0,60})(\s{0,10}:\s{0,10})\\"((?:[^"\\\r\n]|\\\\(?:\\[\\"]|(?!\\[\\"]))|\\[^"\\\r\n]){1,4000}?)\\"/g

/** Replaces the arguments of GraphQL that carry credentials, if they are in the text of the query instead of its variables. */
export const redactGraphql: PlaceScanner = (text, rule, found) => {
  if (!text.includes('query"') || !QUERY.test(text)) return text
  return text.replace(ARGUMENT, (all, name: string, colon: string, raw: string) => {
    const value = decodeQuoted(raw, '\\"')
    if (value === REDACTED || !rule.isCredential(name, value, 'json')) return all
    found.add(value)
    return `${name}${colon}\\"${REDACTED}\\"`
  })
}
