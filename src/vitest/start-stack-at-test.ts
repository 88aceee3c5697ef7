import { builtin } from '../platform/builtin.ts'
import { isError } from '../platform/cross-realm.ts'

/** The test that an error is about. */
export interface FailedTest {
  readonly name: string
  readonly file: { readonly filepath: string }
  /** Given if Vitest has the option `includeTaskLocation`, which costs time for every test. */
  readonly location?: Position | undefined
}

interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Lets the stack of an error begin at its test, so that Vitest shows the code there. An error that is found before or after a test has
 * no line of the user.
 */
export function startStackAtTest(error: unknown, { name, file, location }: FailedTest): void {
  // Vitest converts the positions in stacks of a page, and those in files are the result.
  if (!builtin('fs') || !isError(error) || !error.stack?.endsWith(error.message)) return
  const position = location ?? findTest(file.filepath, name)
  if (position) error.stack += `\n    at ${file.filepath}:${position.line}:${position.column}`
}

function findTest(file: string, name: string): Position | undefined {
  try {
    return locateTest(builtin('fs')?.readFileSync(file, 'utf8') ?? '', name)
  } catch {
    return undefined
  }
}

/**
 * Finds the only call in a text whose first argument is the name of a test.
 *
 * @returns undefined if there is none, as for the names of `test.each`, or if there are several
 */
export function locateTest(text: string, name: string): Position | undefined {
  const [place, ...others] = QUOTES.flatMap((quote) => findCalls(text, quoteText(name, quote)))
  if (place === undefined || others.length > 0) return undefined
  const before = text.slice(0, place).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const QUOTES = ["'", '"', '`'] as const

function quoteText(text: string, quote: string): string {
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
}

/** The offsets of an argument that follows an opening parenthesis. */
function findCalls(text: string, argument: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(argument); at !== -1; at = text.indexOf(argument, at + 1))
    if (text.slice(0, at).trimEnd().endsWith('(')) places.push(at)
  return places
}
