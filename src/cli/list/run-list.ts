import { statSync } from 'node:fs'
import { count } from '../../diagnostics/count.ts'
import { formatAge, formatBytes } from '../../diagnostics/units.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { currentTime } from '../../platform/clock.ts'
import { toLimit } from '../../session/expiry.ts'
import { type ExitCode, exitCodes, UsageError } from '../command.ts'
import { eachCassette } from '../each-cassette.ts'
import { toExpires } from '../expires-option.ts'
import { findInputs, type Input } from '../find-inputs.ts'
import { parseArguments } from '../parse-arguments.ts'
import { readInput } from '../read-input.ts'
import { type Line, styled } from '../styled.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { describeCassette, type ListedCassette } from './describe-cassette.ts'

/** See `list`. */
export async function runList(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { paths, limit, output } = readArguments(args)
  const { inputs, failures } = await findInputs(paths)
  const run = (input: Input): ListedCassette => {
    const bytes = statSync(input.file, { throwIfNoEntry: false })?.size ?? 0
    return describeCassette(readInput(input), { path: input.path, bytes }, limit)
  }
  const cassettes = [...eachCassette({ sources: inputs, paths, verb: 'list', failures, terminal, run })]
  if (output === 'json') terminal.json(prettyJson({ cassettes, failures }))
  else for (const line of writeTable(cassettes)) terminal.out(line)
  for (const { message } of failures) terminal.err(message)
  return failures.length > 0 ? exitCodes.failed : exitCodes.done
}

interface ListArguments {
  readonly paths: readonly string[]
  readonly limit?: Date
  readonly output: 'text' | 'json'
}

function readArguments(args: readonly string[]): ListArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: { expires: { type: 'string' }, json: { type: 'boolean' } },
  })
  if (positionals.length === 0) throw new UsageError('There is no file or folder to list.')
  if (positionals.includes('')) throw new UsageError('The name of a file or folder is empty.')
  return {
    paths: positionals,
    ...(values.expires === undefined ? {} : { limit: toLimit(toExpires(values.expires)) }),
    output: values.json ? 'json' : 'text',
  }
}

/** Writes a row for each cassette. Columns that text can have are padded to the widest one. */
function writeTable(cassettes: readonly ListedCassette[]): Line[] {
  const rows = cassettes.map((cassette) => ({ cassette, cells: toCells(cassette) }))
  const widths = [0, 1, 2, 3, 4].map((column) =>
    rows.reduce((widest, { cells }) => Math.max(widest, cells[column]?.length ?? 0), 0),
  )
  return rows.map(({ cassette, cells }) => {
    const [path = '', ...rest] = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))
    const expired = cassette.expiry === 'expired' ? [styled('red', '  expired')] : []
    return [styled('bold', path), `  ${rest.join('  ')}`.trimEnd(), ...expired]
  })
}

function toCells(cassette: ListedCassette): string[] {
  const { path, format, interactions, webSockets, bytes, recordedAt, hosts, models } = cassette
  const age = recordedAt === undefined ? 'no date' : formatAge(currentTime() - Date.parse(recordedAt))
  const content = [
    count(interactions, 'interaction'),
    ...(webSockets ? [count(webSockets.connections, 'WebSocket'), count(webSockets.frames, 'frame')] : []),
  ].join(', ')
  const cells = [path, format, content, age, formatBytes(bytes)]
  return [...cells, [...hosts, ...models].join(' ')].map(oneLine)
}
