import { join, resolve } from 'node:path'
import { loadFormats } from '#formats'
import type { Interaction } from '../../cassette.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { WritableFormatEntry } from '../../format/formats.ts'
import { reasonToOmit, stringifyCassette, writableNames } from '../../format/stringify-cassette.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { createCassetteFile } from '../../storage/create-cassette-file.ts'
import { pathKind } from '../../storage/read-folder.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { findInputs } from '../find-inputs.ts'
import { parseArguments } from '../parse-arguments.ts'
import { readInput, toFailure } from '../read-input.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { type PlannedOutput, planOutputs } from './plan-outputs.ts'

const FORMATS = writableNames.join(', ')

/** The output of `--json`. */
interface ConvertResult {
  readonly converted: ({ readonly path: string; readonly output: string } & Losses)[]
  readonly kept: { readonly path: string; readonly output: string }[]
  readonly failures: Failure[]
}

/** How many interactions the output lacks, because its format can't store them. */
interface Losses {
  /** Those without a response, and WebSocket conversations. */
  readonly lostInteractions: number
  readonly lostWebSockets: number
}

/** See `convert`. */
export async function runConvert(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const conversion = readArguments(args)
  const { inputs, failures } = await findInputs(conversion.paths, resolve(conversion.folder))
  const outputs = planOutputs(inputs, conversion.format.extension)
  for (const { message } of failures) terminal.err(oneLine(message))
  const total = failures.length + outputs.length
  const result: ConvertResult = { converted: [], kept: [], failures }
  for (const [index, output] of outputs.entries()) {
    terminal.progress(`${index + 1}/${outputs.length} ${output.input.path}`)
    try {
      convertFile(output, conversion, result, terminal)
    } catch (error) {
      const failure = toFailure(error, output.input, 'convert')
      terminal.err(failure.message)
      failures.push(failure)
    }
  }
  if (conversion.output === 'json') terminal.json(prettyJson(result))
  const counts = [
    ...(failures.length > 0 ? [`${failures.length} of ${total} failed`] : []),
    ...(result.kept.length > 0 ? [`${result.kept.length} of ${total} kept`] : []),
  ]
  if (counts.length > 0) terminal.err(`${counts.join(', ')}.`)
  return counts.length > 0 ? exitCodes.failed : exitCodes.done
}

function convertFile(
  { input, name }: PlannedOutput,
  { format, folder, existing, output }: Conversion,
  result: ConvertResult,
  terminal: Terminal,
): void {
  const cassette = readInput(input)
  const text = stringifyCassette(cassette, { format: format.name })
  const target = join(folder, name)
  if (createCassetteFile({ folder: resolve(folder), name, text, existing }) === 'kept') {
    terminal.err(`Kept ${oneLine(target)}: it is there already. To replace it, add --force.`)
    result.kept.push({ path: input.path, output: target })
    return
  }
  const losses = countLosses(cassette.interactions, format)
  if (output === 'text') {
    const loss = describeLosses(losses, cassette.interactions.length)
    terminal.out(`${oneLine(input.path)} -> ${oneLine(target)}${loss}`)
  }
  result.converted.push({ path: input.path, output: target, ...losses })
}

function countLosses(interactions: readonly Interaction[], format: WritableFormatEntry): Losses {
  const reasons = interactions.map((interaction) => reasonToOmit(interaction, format))
  return {
    lostInteractions: reasons.filter((reason) => reason !== undefined).length,
    lostWebSockets: reasons.filter((reason) => reason === 'websocket').length,
  }
}

function describeLosses({ lostInteractions, lostWebSockets }: Losses, total: number): string {
  const withoutResponse = lostInteractions - lostWebSockets
  const losses = [
    ...(withoutResponse > 0 ? [`without ${withoutResponse} of ${total} interactions, which have no response`] : []),
    ...(lostWebSockets > 0
      ? [`without ${lostWebSockets} of ${total} interactions, which are WebSockets: only ${KEEPS_WEBSOCKETS} keep them`]
      : []),
  ]
  return losses.length === 0 ? '' : ` (${losses.join('; ')})`
}

const KEEPS_WEBSOCKETS = 'go-vcr-2 and har'

interface Conversion {
  readonly paths: readonly string[]
  readonly format: WritableFormatEntry
  /** As the user spelled it. */
  readonly folder: string
  readonly existing: 'keep' | 'replace'
  readonly output: 'text' | 'json'
}

function readArguments(args: readonly string[]): Conversion {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: { to: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' }, json: { type: 'boolean' } },
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
  return {
    paths: positionals,
    format,
    folder,
    existing: values.force ? 'replace' : 'keep',
    output: values.json ? 'json' : 'text',
  }
}
