import type { ShapeMatch } from './shape-finder.ts'
import { isRandom, suggestsCredential } from './suggests-credential.ts'

/** The separators between a name and its value in settings, YAML, source text, commands, tables and prose. */
const SEPARATED =
  /["'`\])*_]{0,3}[ \t]{0,3}(?:=>|:=|={1,3}|:[ \t]{1,3}[|>][+-]?\r?\n|:|,(?=[ \t]?["'])|\((?=["'`])|\|{1,2}|\?\?|\b(?:is|was|to)\b|[ \t](?=["'`]))[ \t]{0,20}["'`(*[{]{0,3}(?:Bearer |Basic |Token )?((?:[\w.-]{1,100}:(?=[\w+/]))?[\w.+/=~$!@#%^&*-]{10,600})/g

/** An option of a command, and the user of curl. */
const OPTION = /(?<![\w-])(--?[A-Za-z][\w-]{0,40})[ =]["']?(?:[\w.@-]{1,60}:)?([\w.+/=~$!@#%^&*-]{10,600})/g

/** A name at the end of a text: one word, or several in prose. */
const NAME_AT_END = /(?:[A-Za-z]{1,20} ){0,2}[A-Za-z_$][\w.$-]{0,80}$/

/** The type of a variable. */
const TYPE_AT_END = /[ \t]?:[ \t]?&?(?:'[a-z]{1,20} )?[\w<>[\]?.]{1,40}(?: ?\| ?[\w<>[\]?.]{1,40}){0,3}$/

const LOOK_BACK = 120

/** Finds random values after a name that suggests a credential. */
export function* findNamed(text: string): Generator<ShapeMatch> {
  for (const match of text.matchAll(SEPARATED)) {
    const raw = match[1] ?? ''
    const value = trim(raw)
    if (isNamed(text, match, value)) yield toMatch(value)
    if (raw.includes('=')) yield* findInner(raw + quotedAfter(text, match.index + match[0].length))
  }
  for (const [, name = '', raw = ''] of text.matchAll(OPTION)) {
    const value = trim(raw)
    if (name === '-u' || name === '--user' ? suggestsCredential('password', value) : suggestsCredential(name, value))
      yield { kind: 'the value of an option that suggests a credential', text: value }
  }
}

function isNamed(text: string, { 0: separated, index }: RegExpExecArray, value: string): boolean {
  if (!/[^A-Za-z_./-]/.test(value) && !isRandom(value)) return false
  const before = text.slice(Math.max(0, index - LOOK_BACK), index)
  return namesIn(before, separated).some((name) => suggestsCredential(name, value))
}

/** A value can contain names of its own, such as the parameters of a URL: `sv=2022&sig=…`. */
function* findInner(raw: string): Generator<ShapeMatch> {
  const [, ...values] = raw.split('=')
  let before = raw.split('=', 1)[0] ?? ''
  for (const piece of values) {
    const value = trim(piece.split('&', 1)[0] ?? '')
    const name = NAME_AT_END.exec(before.slice(-LOOK_BACK))?.[0] ?? ''
    if (suggestsCredential(name, value)) yield toMatch(value)
    before = piece
  }
}

/** The value that begins with a quote: `//npm.example.com/:_password="…"`. */
function quotedAfter(text: string, at: number): string {
  return /^["'`]([\w.+/=~$!@#%^&*-]{10,600})/.exec(text.slice(at, at + 601))?.[1] ?? ''
}

function namesIn(before: string, separated: string): string[] {
  const untyped = /^[ \t]{0,3}=/.test(separated) ? before.replace(TYPE_AT_END, '') : before
  return (untyped === before ? [before] : [before, untyped]).map((text) => NAME_AT_END.exec(text)?.[0] ?? '')
}

function toMatch(value: string): ShapeMatch {
  return { kind: 'the value of a name that suggests a credential', text: value }
}

function trim(value: string): string {
  return value.replace(/[.,;:!*&)]{1,9}$/, '')
}
