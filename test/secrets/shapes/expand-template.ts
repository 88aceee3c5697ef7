import type { Random } from '../random.ts'

const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const UPPER = LOWER.toUpperCase()

/** The alphabets that templates name. */
const alphabets: Readonly<Record<string, string>> = {
  d: DIGITS,
  az: LOWER,
  letters: LOWER + UPPER,
  an: DIGITS + LOWER + UPPER,
  lo: DIGITS + LOWER,
  UP: DIGITS + UPPER,
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  b32: `${UPPER}234567`,
  bech32: '023456789ACDEFGHJKLMNPQRSTUVWXYZ',
  b64: `${DIGITS}${LOWER}${UPPER}+/`,
  b64u: `${DIGITS}${LOWER}${UPPER}-_`,
  // Without quotes, blanks and separators, so that it can be written into every place.
  symbols: `${DIGITS}${LOWER}${UPPER}!@#$%^*_-+=.~`,
}

/** A made-up secret. */
export interface Secret {
  /** The complete text, such as a connection string. */
  readonly text: string
  /** The parts that must not reach the disk, such as the password of a connection string. */
  readonly cores: readonly string[]
}

/**
 * Creates a secret from a template. `{an:20}` are 20 random characters of an alphabet; `{uuid}`, `{jwt}`, `{json:20}` (20 bytes of
 * JSON in base64url) and `{pem:NAME}` are whole values. The parts between `<` and `>` must not reach the disk; by default that is
 * the whole text.
 */
export function expandTemplate(template: string, random: Random): Secret {
  const marked = fillTemplate(template, random)
  const text = marked.replace(/[<>]/g, '')
  const cores = [...marked.matchAll(/<([^<>]+)>/g)].map(([, core = '']) => core)
  return { text, cores: cores.length === 0 ? [text] : cores }
}

/** Replaces the random parts of a template and leaves everything else as it is. */
export function fillTemplate(template: string, random: Random): string {
  return template.replace(
    /\{(\w+)(?::([\w ]+))?\}/g,
    (part, name: string, argument = '') => expandPart(name, argument, random) ?? part,
  )
}

function expandPart(name: string, argument: string, random: Random): string | undefined {
  const alphabet = alphabets[name]
  if (alphabet !== undefined) return random.text(alphabet, Number(argument))
  if (name === 'uuid') return toUuid(random)
  if (name === 'jwt') return toJwt(random, Number(argument))
  if (name === 'pem') return toPem(random, argument)
  return undefined
}

function toUuid(random: Random): string {
  const hex = (length: number): string => random.text('0123456789abcdef', length)
  return [hex(8), hex(4), `4${hex(3)}`, `a${hex(3)}`, hex(12)].join('-')
}

function toJwt(random: Random, signatureBytes: number): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = part({ alg: signatureBytes > 32 ? 'RS256' : 'HS256', typ: 'JWT' })
  const payload = part({ iss: 'https://login.example.com', sub: random.text(LOWER, 12), iat: 1_760_000_000 })
  return `${head}.${payload}.<${random.bytes(signatureBytes).toString('base64url')}>`
}

function toPem(random: Random, title: string): string {
  const lines = Array.from({ length: 6 }, () => `<${random.text(alphabets.b64 ?? '', 64)}>`)
  // Joined here, so that secret scanners do not report this file.
  const edge = (word: string): string => `${'-'.repeat(5)}${word} ${title}${'-'.repeat(5)}`
  return [edge('BEGIN'), ...lines, edge('END'), ''].join('\n')
}
