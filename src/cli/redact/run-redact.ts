import { CassetteOptionError } from '../../errors/errors.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { type RedactedCassette, redactCassette } from '../../redact/redact-cassette.ts'
import type { RedactOptions } from '../../secret/redact-options.ts'
import { checkOptions } from '../../session/cassette-options.ts'
import { readCassetteFile } from '../../storage/cassette-file.ts'
import { updateCassetteBytes } from '../../storage/update-cassette-file.ts'
import { type ExitCode, exitCodes, UsageError } from '../command.ts'
import { eachCassette } from '../each-cassette.ts'
import { findInputs, type Input } from '../find-inputs.ts'
import { parseArguments } from '../parse-arguments.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { toPattern } from '../words.ts'

/** See `redact`. */
export async function runRedact(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const redaction = readArguments(args)
  const { paths } = redaction
  const { inputs, failures } = await findInputs(paths)
  const run = (input: Input): RedactResult => {
    const { changes, remaining } = redactFile(input, redaction)
    return { path: input.path, changes, remaining }
  }
  const results = [...eachCassette({ sources: inputs, paths, verb: 'redact', failures, terminal, run })]
  if (redaction.output === 'json') terminal.json(prettyJson({ files: results, failures }))
  else for (const result of results) writeResult(result, redaction.writing, terminal)
  for (const { message } of failures) terminal.err(message)
  return failures.length > 0 || results.some(({ remaining }) => remaining.length > 0)
    ? exitCodes.failed
    : exitCodes.done
}

type RedactResult = Pick<RedactedCassette, 'changes' | 'remaining'> & { readonly path: string }

interface Redaction {
  readonly paths: readonly string[]
  readonly options: RedactOptions
  readonly allowSecrets: readonly RegExp[]
  readonly writing: 'write' | 'dry-run'
  readonly output: 'text' | 'json'
}

function readArguments(args: readonly string[]): Redaction {
  const list = { type: 'string', multiple: true } as const
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      header: list,
      query: list,
      'json-path': list,
      pattern: list,
      allow: list,
      json: { type: 'boolean' },
    },
  })
  if (positionals.length === 0) throw new UsageError('There is no file or folder to redact.')
  const { header: headers = [], query = [], 'json-path': json = [], pattern = [], allow = [] } = values
  const options = { headers, query, json, patterns: pattern.map((text) => toPattern('--pattern', text)) }
  checkRedaction(options)
  return {
    paths: positionals,
    options,
    allowSecrets: allow.map((text) => toPattern('--allow', text)),
    writing: values['dry-run'] ? 'dry-run' : 'write',
    output: values.json ? 'json' : 'text',
  }
}

function checkRedaction(redact: RedactOptions): void {
  try {
    checkOptions({ redact })
  } catch (error) {
    if (error instanceof CassetteOptionError) throw new UsageError(error.message)
    throw error
  }
}

/** A second process can write the file between its reading and its writing, so that both happen under its lock. */
function redactFile({ file, path }: Input, { options, allowSecrets, writing }: Redaction): RedactedCassette {
  let result: RedactedCassette | undefined
  const redact = (bytes: Uint8Array<ArrayBuffer>): RedactedCassette['content'] => {
    result = redactCassette(bytes, path, options, allowSecrets)
    return result.content
  }
  if (writing === 'write') updateCassetteBytes(file, redact)
  else redact(readCassetteFile(file) ?? new Uint8Array())
  if (!result) throw new Error('there is no such file')
  return result
}

function writeResult(
  { path, changes, remaining }: RedactResult,
  writing: Redaction['writing'],
  terminal: Terminal,
): void {
  const verb = writing === 'write' ? 'replaced' : 'would replace'
  if (changes.length > 0) terminal.out(oneLine(`${path}: ${verb} ${changes.join(', ')}`))
  for (const { line, column, kind } of remaining)
    terminal.err(oneLine(`${path}:${line}:${column}: this still looks like a credential: ${kind}`))
}
