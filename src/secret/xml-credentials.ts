import { type CredentialRule, type FoundCredentials, type PlaceScanner, REDACTED } from './redacted.ts'

/** `<Password>…</Password>` and `<entry key="password">…</entry>`. */
const ELEMENT =
  /(<([\w.-]{1,40}:)?([\w.-]{1,80})(?:\s{1,20}[^<>]{0,400})?>(?:<!\[CDATA\[)?)([^<\]]+)(?=(?:\]\]>)?<\\{0,8}\/)/g

/** `password="…"` in a tag. */
const ATTRIBUTE = /([\s:])([\w.-]{1,80})(\s{0,3}=\s{0,3})(["'])([^"'<>]{1,8000})\4/g

/** An element with a name before one with its value, as in a property list: `<key>password</key><string>…</string>`, or around it: `<property name="password"><value>…`. */
const PAIR =
  /(<(?:[\w.-]{1,40}:)?(?:key|name|property|param|parameter)(?:>([^<>]{1,100})<\\{0,8}\/[\w.:-]{1,60}>|\s[^<>]{0,200}?\bname=["']([\w.:-]{1,80})["'][^<>]{0,200}>)(?:(?:\s|\\{1,8}[nrt]){0,100}<(?:[\w.-]{1,40}:)?(?:string|value|val|data|text)(?:\s[^<>]{0,200})?>){1,2}(?:<!\[CDATA\[)?)([^<\]]+)(?=(?:\]\]>)?<\\{0,8}\/)/gi

/** The name of a value in a tag: `<input name="token" value="…">`. */
const NAMED = /\s(?:name|key)=["']([\w.:-]{1,80})["']/

const TAG = /<[\w.:-]{1,120}\s[^<>]{1,4000}>/g

/** Replaces the elements and attributes of XML and HTML that carry credentials. */
export const redactXml: PlaceScanner = (text, rule, found) => {
  if (!/<\/|<\\\/|\/>|<input|<meta/.test(text)) return text
  const attributes = text.replace(TAG, (tag) => redactTag(tag, rule, found))
  const redact = (all: string, { name, open, content }: NamedContent): string => {
    const value = decode(content.trim())
    if (!value || value === REDACTED || !rule.isCredential(name, value, 'json')) return all
    found.add(value)
    return open + REDACTED
  }
  return attributes
    .replace(PAIR, (all, open: string, element: string | undefined, attribute = '', content = '') =>
      redact(all, { name: element ?? attribute, open, content }),
    )
    .replace(ELEMENT, (all, open: string, _prefix: unknown, tag: string, content: string) =>
      redact(all, { name: NAMED.exec(open)?.[1] ?? tag, open, content }),
    )
}

interface NamedContent {
  readonly name: string
  /** The text before the content. */
  readonly open: string
  readonly content: string
}

function redactTag(tag: string, rule: CredentialRule, found: FoundCredentials): string {
  const named = NAMED.exec(tag)?.[1]
  return tag.replace(ATTRIBUTE, (all, start: string, attribute: string, equals: string, quote: string, raw: string) => {
    const name = named !== undefined && /^(?:value|content)$/.test(attribute) ? named : attribute
    const value = decode(raw)
    if (value === REDACTED || !rule.isCredential(name, value, 'json')) return all
    found.add(value)
    return start + attribute + equals + quote + REDACTED + quote
  })
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
}
