import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { prettyJson } from '../../json/pretty-json.ts'
import { describeSystemError, systemErrorCode } from '../../storage/system-error.ts'
import { replaceDurably } from '../../storage/temporary-file.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { parseArguments } from '../parse-arguments.ts'
import type { Terminal } from '../terminal.ts'
import { addAttributes } from './add-attributes.ts'
import { findTextconv } from './find-textconv.ts'

const FILE = '.gitattributes'

/** See `init`. */
export async function runInit(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { patterns, scope, output } = readArguments(args)
  const failures: Failure[] = []
  const attributes = attempt(FILE, failures, () => writeAttributes(patterns))
  const textconv = findTextconv()
  if (scope === 'local') attempt('the configuration of git', failures, () => setTextconv(textconv))
  const configuration = scope === 'local' && failures.length === 0 ? 'set' : 'unchanged'
  if (output === 'json') terminal.json(prettyJson({ attributes, textconv, configuration, failures }))
  else if (failures.length === 0) describe({ attributes, textconv, configuration }, terminal)
  for (const { message } of failures) terminal.err(message)
  return failures.length > 0 ? exitCodes.failed : exitCodes.done
}

interface InitArguments {
  readonly patterns: readonly string[]
  readonly scope: 'local' | 'print'
  readonly output: 'text' | 'json'
}

function readArguments(args: readonly string[]): InitArguments {
  const { values } = parseArguments({
    args: [...args],
    options: {
      git: { type: 'boolean' },
      local: { type: 'boolean' },
      pattern: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    },
  })
  const { git, local, pattern: patterns = ['**/__cassettes__/**'], json } = values
  if (!git) throw new UsageError('--git is missing: nothing else can be prepared yet.')
  for (const pattern of patterns)
    if (!/^[^\s"#!][^\s"]*$/.test(pattern))
      throw new UsageError(
        `--pattern is "${pattern}", and must be a pattern of .gitattributes without spaces and quotes.`,
      )
  return { patterns, scope: local ? 'local' : 'print', output: json ? 'json' : 'text' }
}

function writeAttributes(patterns: readonly string[]): 'written' | 'unchanged' {
  const before = readIfExists()
  const after = addAttributes(before, patterns)
  if (after === before) return 'unchanged'
  replaceDurably(resolve(FILE), after)
  return 'written'
}

function readIfExists(): string {
  try {
    return readFileSync(FILE, 'utf8')
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return ''
    throw error
  }
}

function setTextconv(textconv: string): void {
  const { error, status, stderr } = spawnSync('git', ['config', '--local', 'diff.cassette.textconv', textconv])
  if (error) throw error
  if (status !== 0) throw new Error(String(stderr).trim())
}

function attempt<T>(path: string, failures: Failure[], action: () => T): T | undefined {
  try {
    return action()
  } catch (error) {
    failures.push({ path, message: `Failed to write ${path}: ${describeSystemError(error)}.` })
    return undefined
  }
}

interface Preparation {
  readonly attributes: 'written' | 'unchanged' | undefined
  readonly textconv: string
  readonly configuration: 'set' | 'unchanged'
}

function describe({ attributes, textconv, configuration }: Preparation, terminal: Terminal): void {
  terminal.out(attributes === 'written' ? `Wrote ${FILE}. Commit it.` : `${FILE} names the cassettes already.`)
  if (configuration === 'set') {
    terminal.out('Set the textconv of this clone: git diff shows cassettes as conversations.')
  } else {
    terminal.out('Each clone needs this once, or msw-cassette init --git --local:')
    terminal.out(`  git config diff.cassette.textconv "${textconv}"`)
  }
}
