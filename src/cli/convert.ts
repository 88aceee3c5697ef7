import { join, resolve } from 'node:path'
import { loadFormats } from '#formats'
import type { Cassette } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { CassetteError } from '../errors/errors.ts'
import type { WritableFormatEntry } from '../format/formats.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { hasResponse, stringifyCassette, writableNames } from '../format/stringify-cassette.ts'
import { readCassetteFile } from '../storage/cassette-file.ts'
import { createCassetteFile } from '../storage/create-cassette-file.ts'
import { pathKind } from '../storage/read-folder.ts'
import { type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { findInputs, type Input } from './find-inputs.ts'
import { parseArguments } from './parse-arguments.ts'
import { planOutputs } from './plan-outputs.ts'
import { suggest } from './suggest.ts'
import { oneLine, type Terminal } from './terminal.ts'

const FORMATS = writableNames.join(', ')

/** Reads cassettes of any format and writes them in one format. */
export const convert: Command = {
  name: 'convert',
  summary: 'reads cassettes of any known format and writes them in another',
  help: `Usage: msw-cassette convert IN… --to FORMAT --out DIR [--force]

Reads cassettes of any known format and writes them in another. IN is a file or a
folder. A folder is searched, with its subfolders, for files that end in .yaml, .yml,
.yaml.gz, .json or .har. An output keeps its name and its path below the given folder, and
gets the extension of the format.

Options:
  --to FORMAT  ${FORMATS}
  --out DIR    the folder to write to; created if it does not exist
  --force      replace existing files; without it they are kept
  --help, -h   this text

Written files are listed on stdout, failures on stderr. Exit codes:
  0  every file was converted
  1  a file failed, or was kept; the others were converted
  2  the arguments are wrong; nothing was written`,
  run,
}

function run(args: readonly string[], terminal: Terminal): ExitCode {
  const { paths, format, folder, existing } = readArguments(args)
  const { inputs, failures } = findInputs(paths, resolve(folder))
  const outputs = planOutputs(inputs, format.extension)
  for (const failure of failures) terminal.err(oneLine(failure))
  let failed = failures.length
  let kept = 0
  for (const [index, { input, name }] of outputs.entries()) {
    terminal.progress(`${index + 1}/${outputs.length} ${input.path}`)
    try {
      const cassette = readInput(input)
      const text = stringifyCassette(cassette, { format: format.name })
      const target = oneLine(join(folder, name))
      if (createCassetteFile({ folder: resolve(folder), name, text, existing }) === 'written') {
        terminal.out(`${oneLine(input.path)} -> ${target}${describeLoss(cassette, format)}`)
        continue
      }
      terminal.err(`Kept ${target}: it is there already. To replace it, add --force.`)
      kept++
    } catch (error) {
      terminal.err(describeFailure(error, input))
      failed++
    }
  }
  const total = failures.length + outputs.length
  const counts = [
    ...(failed > 0 ? [`${failed} of ${total} failed`] : []),
    ...(kept > 0 ? [`${kept} of ${total} kept`] : []),
  ]
  if (counts.length > 0) terminal.err(`${counts.join(', ')}.`)
  return counts.length > 0 ? exitCodes.failed : exitCodes.done
}

function describeLoss({ interactions }: Cassette, format: WritableFormatEntry): string {
  if (format.withoutResponse === 'keep') return ''
  const lost = interactions.filter((interaction) => !hasResponse(interaction)).length
  return lost > 0 ? ` (without ${lost} of ${interactions.length} interactions, which have no response)` : ''
}

interface ConvertArguments {
  readonly paths: readonly string[]
  readonly format: WritableFormatEntry
  /** As the user spelled it. */
  readonly folder: string
  readonly existing: 'keep' | 'replace'
}

function readArguments(args: readonly string[]): ConvertArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: { to: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
  })
  const { to, out: folder } = values
  const format = loadFormats().writableFormats.get(to ?? '')
  if (positionals.length === 0) throw new UsageError('There is no file or folder to convert.')
  if (positionals.includes('')) throw new UsageError('The name of a file or folder is empty.')
  if (!format)
    throw new UsageError(
      `--to ${to === undefined ? 'is missing' : `is "${to}"`}, and must be one of ${FORMATS}.${suggest(to ?? '', writableNames)}`,
    )
  if (!folder) throw new UsageError('--out is missing, and must be a folder.')
  if (pathKind(resolve(folder)) === 'file')
    throw new UsageError(`--out is "${folder}", which is a file, and must be a folder.`)
  return { paths: positionals, format, folder, existing: values.force ? 'replace' : 'keep' }
}

function readInput({ file, path }: Input): ReturnType<typeof parseCassette> {
  const bytes = readCassetteFile(file)
  if (!bytes) throw new Error('there is no such file')
  return parseCassette(bytes, { path })
}

/** Any error is reported, so that the other files are still converted. */
function describeFailure(error: unknown, { path }: Input): string {
  if (error instanceof CassetteError) return error.message
  return `Failed to convert ${path}: ${describeCause(error)}.`
}
