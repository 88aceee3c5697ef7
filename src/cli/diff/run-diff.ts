import { suggest } from '../../diagnostics/suggest.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { createConversationReader, type Prices } from '../conversation-reader.ts'
import { parseArguments } from '../parse-arguments.ts'
import { readSelections, type SelectedCassette, selectCassettes } from '../select/select-cassettes.ts'
import type { Terminal } from '../terminal.ts'
import { type CassetteDiff, compareCassettes } from './compare-cassettes.ts'
import { formatGithub } from './format-github.ts'
import { formatMarkdown } from './format-markdown.ts'
import { formatText } from './format-text.ts'

/** See `diff`. */
export async function runDiff(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { a, b, format, allowed, prices } = readArguments(args)
  const read = await createConversationReader(prices)
  const failures: Failure[] = []
  const before = await readOne(a, failures)
  const after = await readOne(b, failures)
  for (const { message } of failures) terminal.err(message)
  if (!before || !after) return exitCodes.usage
  const diff = compareCassettes(before, after, read)
  printers[format](diff, terminal)
  const isAllowed = diff.verdict === 'identical' || (diff.verdict === 'wording' && allowed === 'wording')
  return isAllowed ? exitCodes.done : exitCodes.failed
}

const printers = {
  text: (diff: CassetteDiff, terminal: Terminal) => {
    for (const line of formatText(diff)) terminal.out(line)
  },
  markdown: (diff: CassetteDiff, terminal: Terminal) => terminal.out(formatMarkdown(diff).trimEnd()),
  json: (diff: CassetteDiff, terminal: Terminal) => terminal.json(prettyJson(diff)),
  github: (diff: CassetteDiff, terminal: Terminal) => {
    for (const line of formatGithub(diff)) terminal.out(line)
  },
}

type Format = keyof typeof printers

interface DiffArguments {
  readonly a: string
  readonly b: string
  readonly format: Format
  readonly allowed: 'nothing' | 'wording'
  readonly prices: Prices
}

function readArguments(args: readonly string[]): DiffArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      allow: { type: 'string' },
      prices: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const [a, b, ...more] = positionals
  if (!a || !b || more.length > 0)
    throw new UsageError(`There must be two cassettes to compare, and there are ${positionals.length}.`)
  const format = values.json ? 'json' : (values.format ?? 'text')
  if (!isFormat(format)) {
    const known = Object.keys(printers)
    throw new UsageError(`--format is "${format}", and must be one of ${known.join(', ')}.${suggest(format, known)}`)
  }
  if (values.allow !== undefined && values.allow !== 'wording')
    throw new UsageError(`--allow is "${values.allow}", and must be wording.`)
  return { a, b, format, allowed: values.allow ?? 'nothing', prices: values.prices ? 'listed' : 'recorded' }
}

function isFormat(text: string): text is Format {
  return Object.hasOwn(printers, text)
}

async function readOne(path: string, failures: Failure[]): Promise<SelectedCassette | undefined> {
  const found = await selectCassettes([path])
  if (found.selections.length > 1)
    throw new UsageError(`${path} names ${found.selections.length} cassettes, and diff compares one with one.`)
  failures.push(...found.failures)
  const [selected] = readSelections(found.selections, failures, 'compare')
  return selected
}
