import type { Document, LineCounter } from 'yaml'
import { loadYaml } from '#yaml'
import { cassetteTags } from './cassette-tags.ts'
import { restoreSeparators, toLineFeeds } from './line-separators.ts'
import { refuseAt } from './refuse-at.ts'
import { repairQuotedIndent } from './repair-quoted-indent.ts'
import { findRepeatedKeys } from './repeated-keys.ts'

/** A parsed YAML text, and the offsets of its lines. */
export interface ParsedYaml {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/**
 * Parses a YAML text. Merge keys are applied.
 *
 * @param file its name, for messages
 * @throws CassetteParseError with the position of the first error
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const yaml = parseOrRefuse(text, file)
  const [error] = yaml.document.errors
  if (error) refuseAt(text, file, error.pos[0], describeError(error), error)
  const repeated = findRepeatedKeys(yaml.document).find((offset) => !isRepeatedVersion(text, offset))
  if (repeated !== undefined) refuseAt(text, file, repeated, 'this key occurs twice in its map')
  return yaml
}

function parseOrRefuse(text: string, file: string): ParsedYaml {
  try {
    const yaml = parseLeniently(text)
    if (!yaml.document.errors.some(({ code }) => code === 'MISSING_CHAR')) return yaml
    const repaired = parse(repairQuotedIndent(text))
    return repaired.document.errors.length === 0 ? repaired : yaml
  } catch (cause) {
    return refuseAt(text, file, 0, cause instanceof RangeError ? 'it is nested too deeply' : String(cause), cause)
  }
}

/** Parses a YAML text whose errors do not matter, for the offsets of its nodes. */
export function parseLeniently(text: string): ParsedYaml {
  return parseLineFeeds(text) ?? parse(text)
}

function parse(text: string): ParsedYaml {
  const { LineCounter, parseDocument } = loadYaml()
  const lines = new LineCounter()
  const document = parseDocument(text, {
    logLevel: 'error',
    prettyErrors: false,
    uniqueKeys: false,
    merge: true,
    customTags: cassetteTags,
    lineCounter: lines,
  })
  return { document, lines }
}

/** Parses a text whose writer treats U+2028 and U+2029 as line breaks; undefined for any other text. */
function parseLineFeeds(text: string): ParsedYaml | undefined {
  const view = toLineFeeds(text)
  if (view === text) return undefined
  const yaml = parse(view)
  if (yaml.document.errors.length > 0 || restoreSeparators(yaml.document, text) === 'failed') return undefined
  yaml.lines.lineStarts = yaml.lines.lineStarts.filter((start) => start === 0 || text[start - 1] === '\n')
  return yaml
}

function describeError({ code, message }: { code: string; message: string }): string {
  // The parser's message names its own functions.
  if (code === 'MULTIPLE_DOCS') return 'it holds several YAML documents, and a cassette is one'
  return message.startsWith('Maximum call stack') ? 'it is nested too deeply' : message.replace(/\.$/, '')
}

/** VCR.py has written files with two lines `version: 1`. A repeated key with the same value loses nothing. */
function isRepeatedVersion(text: string, offset: number): boolean {
  return /^version: 1\r?$/m.test(text.slice(offset, offset + 20).split('\n', 1)[0] ?? '')
}
