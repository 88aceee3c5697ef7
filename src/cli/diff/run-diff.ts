import { suggest } from '../../diagnostics/suggest.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { type ExitCode, exitCodes, UsageError } from '../command.ts'
import { type ConversationReader, createConversationReader, type Prices } from '../conversation-reader.ts'
import { eachCassette } from '../each-cassette.ts'
import { parseArguments } from '../parse-arguments.ts'
import {
  givenPaths,
  isFolder,
  type SelectedCassette,
  type Selection,
  selectCassettes,
} from '../select/select-cassettes.ts'
import type { Terminal } from '../terminal.ts'
import { type CassetteDiff, compareCassettes } from './compare-cassettes.ts'
import { compareFolders, type Folder, type FolderDiff } from './compare-folders.ts'
import { formatGithub } from './format-github.ts'
import { formatMarkdown } from './format-markdown.ts'
import { formatText } from './format-text.ts'

/** See `diff`. */
export async function runDiff(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { a, b, format, allowed, prices } = readArguments(args)
  const read = await createConversationReader(prices)
  const sides = isFolder(a) && isFolder(b) ? 'folders' : 'cassettes'
  const [before, after] = [await readSide(a, sides, terminal), await readSide(b, sides, terminal)]
  const failures = [...before.failures, ...after.failures]
  for (const { message } of failures) terminal.err(message)
  const diff = sides === 'folders' ? compareFolders(before, after, read) : compareOnly(before, after, read)
  if (!diff) return exitCodes.usage
  printers[format](diff, terminal)
  if (failures.length > 0) return exitCodes.usage
  const isAllowed = diff.verdict === 'identical' || (diff.verdict === 'wording' && allowed === 'wording')
  return isAllowed ? exitCodes.done : exitCodes.failed
}

const printers = {
  text: (diff: CassetteDiff | FolderDiff, terminal: Terminal) => {
    for (const line of formatText(diff)) terminal.out(line)
  },
  markdown: (diff: CassetteDiff | FolderDiff, terminal: Terminal) => terminal.out(formatMarkdown(diff).trimEnd()),
  json: (diff: CassetteDiff | FolderDiff, terminal: Terminal) => terminal.json(prettyJson(diff)),
  github: (diff: CassetteDiff | FolderDiff, terminal: Terminal) => {
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

async function readSide(path: string, sides: 'folders' | 'cassettes', terminal: Terminal): Promise<Folder> {
  const { selections, failures } = await selectCassettes([path])
  const number = selections.length
  if (sides === 'cassettes' && number > 1)
    throw new UsageError(
      `${path} names ${number} cassettes, and diff compares one with one, or a folder with a folder.`,
    )
  const run = (selection: Selection): [string, SelectedCassette] => [selection.name, selection.read()]
  const work = { sources: selections, paths: givenPaths(selections), verb: 'compare', failures, terminal }
  const cassettes = new Map(eachCassette({ ...work, run }))
  const failed = new Set(failures.map((failure) => failure.path))
  const unread = new Set(selections.flatMap((selection) => (failed.has(selection.path) ? [selection.name] : [])))
  return { path, cassettes, unread, failures }
}

function compareOnly(before: Folder, after: Folder, read: ConversationReader): CassetteDiff | undefined {
  const [[a], [b]] = [[...before.cassettes.values()], [...after.cassettes.values()]]
  return a && b && compareCassettes(a, b, read)
}
