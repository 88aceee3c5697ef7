import { decodeEntities } from './decode-entities.ts'
import { type CredentialRule, type FoundCredentials, type PlaceScanner, REDACTED } from './redacted.ts'

/** A quote; in JSON, at any depth, it has escapes. */
const QUOTE = String.raw`\\{0,15}["']`

/** The content of an element, which can be in CDATA: text up to the next tag, or up to the end of the CDATA. */
const CONTENT = String.raw`(?:<!\[CDATA\[((?:[^\]<]|<(?!!\[CDATA)|\](?!\]>)){1,8000})(?=\]\]>)|([^<]+)(?=<\\{0,8}\/))`

/** `<Password>…</Password>` and `<entry key="password">…</entry>`. */
const ELEMENT = new RegExp(String.raw`(<(?:[\w.-]{1,40}:)?([\w.-]{1,80})(?:\s{1,20}[^<>]{0,400})?>)${CONTENT}`, 'g')

/** `password="…"`, or `password=…` in HTML, in a tag. */
const ATTRIBUTE = new RegExp(
  String.raw`([\s:])([\w.-]{1,80})(\s{0,3}=\s{0,3})(?:(${QUOTE})((?:(?!\4)[^<]){1,8000})\4|([^\s"'\`<>={}\\]{1,8000}?)(?=\s|/?>))`,
  'g',
)

/** An element with a name before one with its value, as in a property list: `<key>password</key><string>…</string>`, or around it: `<property name="password"><value>…`. */
const PAIR = new RegExp(
  String.raw`<(?:[\w.-]{1,40}:)?(?:key|name|property|param|parameter)(?:>([^<>]{1,100})<\\{0,8}\/[\w.:-]{1,60}>|\s[^<>]{0,200}?\bname=${QUOTE}([\w.:-]{1,80})${QUOTE}[^<>]{0,200}>)(?:(?:\s|\\{1,8}[nrt]){0,100}<(?:[\w.-]{1,40}:)?(?:string|value|val|data|text)(?:\s[^<>]{0,200})?>){1,2}${CONTENT}`,
  'gi',
)

/** The name of a value in a tag: `<input name="token" value="…">`. */
const NAMED = new RegExp(String.raw`\s(?:name|key)=(?:${QUOTE})?([\w.:-]{1,80})(?=\\|["'\s>])`)

/** A tag, and the text behind it up to its last `>`: the value of an attribute can contain one. */
const TAG = /<[\w.:-]{1,120}\s[^<]{1,4000}>/g

/** Replaces the elements and attributes of XML and HTML that carry credentials. */
export const redactXml: PlaceScanner = (text, rule, found) => {
  if (!/<\/|<\\\/|\/>|<input|<meta/.test(text)) return text
  const attributes = text.replace(TAG, (tag) => redactTag(tag, rule, found))
  const redact = (all: string, { name, content }: NamedContent): string => {
    const value = decodeEntities(content.trim())
    if (!value || value === REDACTED || !rule.isCredential(name, value, 'json')) return all
    found.add(value)
    return all.slice(0, all.length - content.length) + REDACTED
  }
  return attributes
    .replace(PAIR, (all, element: string | undefined, attribute = '', cdata?: string, plain = '') =>
      redact(all, { name: element ?? attribute, content: cdata ?? plain }),
    )
    .replace(ELEMENT, (all, open: string, tag: string, cdata?: string, plain = '') =>
      redact(all, { name: NAMED.exec(open)?.[1] ?? tag, content: cdata ?? plain }),
    )
}

interface NamedContent {
  readonly name: string
  readonly content: string
}

function redactTag(tag: string, rule: CredentialRule, found: FoundCredentials): string {
  const named = NAMED.exec(tag)?.[1]
  return tag.replace(
    ATTRIBUTE,
    (all, start: string, attribute: string, equals: string, quote = '', quoted?: string, bare = '') => {
      const name = named !== undefined && /^(?:value|content)$/.test(attribute) ? named : attribute
      const value = decodeEntities(quoted ?? bare)
      if (value === REDACTED || !rule.isCredential(name, value, 'json')) return all
      found.add(value)
      return start + attribute + equals + quote + REDACTED + quote
    },
  )
}
