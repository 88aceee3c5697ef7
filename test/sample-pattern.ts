/** A seeded source of numbers from 0 to 1, so that a failure can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Creates a text that a regular expression matches. It knows what the shapes of credentials use: classes, groups, alternatives
 * and repetitions. Assertions add nothing.
 *
 * @param lengths `'shortest'`: nothing is repeated more often than necessary
 */
export function samplePattern(source: string, random: () => number, lengths: 'random' | 'shortest' = 'random'): string {
  return new Sampler(source, random, lengths).sample()
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'
const WORD = `${LETTERS}${LETTERS.toUpperCase()}${DIGITS}`

class Sampler {
  readonly #source: string
  readonly #random: () => number
  readonly #lengths: 'random' | 'shortest'
  #at = 0

  constructor(source: string, random: () => number, lengths: 'random' | 'shortest') {
    this.#source = source
    this.#random = random
    this.#lengths = lengths
  }

  sample(): string {
    const alternatives = [this.#sequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      alternatives.push(this.#sequence())
    }
    return this.#pick(alternatives)()
  }

  #sequence(): () => string {
    const parts: (() => string)[] = []
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')')
      parts.push(this.#repeated(this.#atom()))
    return () => parts.map((part) => part()).join('')
  }

  #atom(): () => string {
    const char = this.#source[this.#at++] ?? ''
    if (char === '(') return this.#group()
    if (char === '[') return this.#class()
    if (char === '\\') return this.#escape()
    if (char === '^' || char === '$') return () => ''
    return char === '.' ? () => this.#pick([...WORD]) : () => char
  }

  #group(): () => string {
    const kind = /^\?(?:<[\w$]+>|<?[=!:]|:)?/.exec(this.#source.slice(this.#at))?.[0] ?? ''
    this.#at += kind.length
    const alternatives = [this.#sequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      alternatives.push(this.#sequence())
    }
    this.#at++
    return /[=!]$/.test(kind) ? () => '' : () => this.#pick(alternatives)()
  }

  #class(): () => string {
    const end = this.#endOfClass()
    const content = this.#source.slice(this.#at, end)
    this.#at = end + 1
    const pattern = new RegExp(`[${content}]`, 'u'.slice(1))
    const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
    const chars = printable.filter((char) => pattern.test(char))
    const words = chars.filter((char) => WORD.includes(char))
    // Mostly letters and digits, as in real credentials.
    return () => this.#pick(words.length > 0 && this.#random() < 0.95 ? words : chars)
  }

  #endOfClass(): number {
    let end = this.#at
    while (this.#source[end] !== ']') end += this.#source[end] === '\\' ? 2 : 1
    return end
  }

  #escape(): () => string {
    const char = this.#source[this.#at++] ?? ''
    if (char === 'd') return () => this.#pick([...DIGITS])
    if (char === 'w') return () => this.#pick([...WORD])
    if (char === 's') return () => ' '
    if (char === 'b') return () => ''
    if (char === 'p') {
      this.#at = this.#source.indexOf('}', this.#at) + 1
      return () => 'a'
    }
    return () => char
  }

  #repeated(atom: () => string): () => string {
    const [all = '', simple, min, comma, max] =
      /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at)) ?? []
    this.#at += all.length
    if (all === '') return atom
    const least = simple === undefined ? Number(min) : simple === '+' ? 1 : 0
    const most = simple === undefined ? (comma ? Number(max || least + 20) : least) : simple === '?' ? 1 : 20
    return () => {
      // An optional part is sometimes there.
      const longest = this.#lengths === 'shortest' && most > 1 ? least : Math.min(most, least + 20)
      const count = least + Math.floor(this.#random() * (longest - least + 1))
      return Array.from({ length: count }, atom).join('')
    }
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T
  }
}
