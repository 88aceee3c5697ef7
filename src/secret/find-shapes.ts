import { looksLikeCredential } from './looks-like-credential.ts'
import { REDACTED } from './redacted.ts'
import { groupOf } from './secret-name.ts'
import { looseShapes, type SecretShape, secretShapes, stopWords } from './secret-shapes.ts'

/** A text that looks like a credential. */
export interface ShapeMatch {
  readonly kind: string
  readonly text: string
}

/** One finder of credentials in any text. Takes time in proportion to the text. */
export type ShapeFinder = (text: string) => Iterable<ShapeMatch>

/** The finders, in their order. */
export const shapeFinders: Readonly<Record<string, ShapeFinder>> = {
  shapes: (text) => findAny(text, secretShapes, isNoExample),
  looseShapes: (text) => findAny(text, looseShapes, (match) => looksLikeCredential(match) && isNoExample(match)),
  urls: findUrls,
  names: findNamed,
}

function isNoExample(match: string): boolean {
  return !stopWords.test(match)
}

const combined = new Map<readonly SecretShape[], RegExp>()

/** One pass for all shapes: each alone would read the text again. */
function* findAny(
  text: string,
  shapes: readonly SecretShape[],
  isCredential: (match: string) => boolean,
): Generator<ShapeMatch> {
  const known = combined.get(shapes)
  const pattern = known ?? new RegExp(`(?<![\\w-])(?:${shapes.map(([, { source }]) => source).join('|')})`, 'g')
  if (!known) combined.set(shapes, pattern)
  for (const match of text.matchAll(pattern)) {
    if (!isCredential(match[0])) continue
    // With its surroundings, because some shapes look around.
    const start = Math.max(0, match.index - 40)
    const around = text.slice(start, match.index + match[0].length + 1)
    const shape = shapes.find(([, { source }]) => {
      const sticky = new RegExp(source, 'y')
      sticky.lastIndex = match.index - start
      return sticky.test(around)
    })
    yield { kind: shape?.[0] ?? 'a credential', text: match[0] }
  }
}

const URL_USER = /:\/\/([^\s/@:?#"'<>\\`]{0,256}):([^\s/?#"'<>\\`]{1,1024})@(?=[\w[])/g

/** Words that stand for a password in examples. */
const EXAMPLE_PASSWORD = /^(?:pass(?:w(?:or)?d)?|pwd|secret|\.{3}|[*x]{2,20}|[\w-]{0,20}password|[$<{[%].{0,80})$/i

function* findUrls(text: string): Generator<ShapeMatch> {
  if (!text.includes('://')) return
  for (const [match, user, password = ''] of text.matchAll(URL_USER)) {
    if (password === REDACTED || password === user || EXAMPLE_PASSWORD.test(password)) continue
    yield { kind: 'a password in a URL', text: match }
  }
}

/** The separators between a name and its value in settings, YAML, source text, commands and prose. */
const SEPARATED =
  /["'`\])*_]{0,3}[ \t]{0,3}(?:=>|:=|={1,3}|:|,(?=[ \t]?["'])|\|\||\b(?:is|was|to)\b)[ \t]{0,3}["'`(*]{0,3}(?:Bearer |Basic |Token )?([\w.+/=~$!@#%^&*-]{10,600})/g

/** An option of a command, and the user of curl. */
const OPTION = /(?<![\w-])(--?[A-Za-z][\w-]{0,40})[ =]["']?(?:[\w.@-]{1,60}:)?([\w.+/=~$!@#%^&*-]{10,600})/g

/** A name at the end of a text: one word, or several in prose. */
const NAME_AT_END = /(?:[A-Za-z]{1,20} ){0,2}[A-Za-z_$][\w.$-]{0,80}$/

const LOOK_BACK = 120

/** Finds random values after a name that suggests a credential. */
function* findNamed(text: string): Generator<ShapeMatch> {
  for (const match of text.matchAll(SEPARATED)) {
    const value = trim(match[1] ?? '')
    if (!/\d/.test(value) && !isRandom(value)) continue
    const name = NAME_AT_END.exec(text.slice(Math.max(0, match.index - LOOK_BACK), match.index))?.[0] ?? ''
    if (suggestsCredential(name, value)) yield { kind: 'the value of a name that suggests a credential', text: value }
  }
  for (const [, name = '', raw = ''] of text.matchAll(OPTION)) {
    const value = trim(raw)
    const isUser = name === '-u' || name === '--user'
    if (isUser ? isRandom(value) : suggestsCredential(name, value)) {
      yield { kind: 'the value of an option that suggests a credential', text: value }
    }
  }
}

function trim(value: string): string {
  return value.replace(/[.,;:!*&)]{1,9}$/, '')
}

function isRandom(value: string): boolean {
  return looksLikeCredential(value) && isNoExample(value)
}

/** Passwords are less random than keys, but their names leave no doubt. */
function suggestsCredential(name: string, value: string): boolean {
  const group = groupOf(name)
  return group === 'certain' ? isRandom(value) || isStrongPassword(value) : group === 'likely' && isRandom(value)
}

const CHARACTER_KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^\w.$-]/]

function isStrongPassword(value: string): boolean {
  return CHARACTER_KINDS.every((kind) => kind.test(value)) && !/[()[\]{}]|:\/\//.test(value) && isNoExample(value)
}
