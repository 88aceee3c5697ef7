import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Cassette } from '../../cassette.ts'
import { count } from '../../diagnostics/count.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { type ChangedRequest, explainChanges } from '../../learn/explain-changes.ts'
import { RUN_RECORDS } from '../../runner/run-records.ts'
import { LEARNING_FOLDER } from '../../storage/cassette-file.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { pairInteractions } from '../diff/pair-interactions.ts'
import { findInputs } from '../find-inputs.ts'
import { parseArguments } from '../parse-arguments.ts'
import { readInput } from '../read-input.ts'
import { runCommand, splitCommand } from '../run-command.ts'
import type { SelectedCassette } from '../select/select-cassettes.ts'
import { styled } from '../styled.ts'
import { oneLine, type Terminal } from '../terminal.ts'

/** See `learn`. */
export async function runLearn(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { own, command } = splitCommand(args)
  const { values } = parseArguments({ args: [...own], options: { json: { type: 'boolean' } } })
  if (command.length === 0)
    throw new UsageError('There is no command. Write it after --: msw-cassette learn -- npx vitest run.')
  const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-learn-'))
  try {
    const runs: Run[] = []
    for (const name of ['1', '2'])
      runs.push(await recordRun(command, join(folder, name), values.json ? 'stderr' : 'inherit'))
    return report(compare(runs), runs, values.json ? 'json' : 'text', terminal)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly code: ExitCode
  /** By their paths relative to the working directory. */
  readonly cassettes: ReadonlyMap<string, Cassette>
}

async function recordRun(command: readonly string[], folder: string, stdout: 'inherit' | 'stderr'): Promise<Run> {
  const [cassettes, records] = ['cassettes', 'records'].map((name) => join(folder, name)) as [string, string]
  for (const path of [cassettes, records]) mkdirSync(path, { recursive: true })
  const variables = { MSW_CASSETTE_MODE: 'record', [LEARNING_FOLDER]: cassettes, [RUN_RECORDS]: records }
  const code = await runCommand(command, variables, stdout)
  const { inputs } = await findInputs([cassettes])
  return { code, cassettes: new Map(inputs.map((input) => [relative(cassettes, input.file), readInput(input)])) }
}

interface LearnResult {
  readonly path: string
  /** The index of the interaction in the second run; in the first, if the second has none. */
  readonly index: number
  readonly request: string
  /** Undefined if only one of the runs has the request. */
  readonly change: ChangedRequest | undefined
}

function compare([first, second]: readonly Run[]): LearnResult[] {
  const paths = new Set([...(first?.cassettes.keys() ?? []), ...(second?.cassettes.keys() ?? [])])
  return [...paths].sort().flatMap((path) => {
    const [a, b] = [select(path, first), select(path, second)]
    return pairInteractions(a, b).flatMap((pair): LearnResult[] => {
      const shown = pair.b ?? pair.a
      if (!shown) return []
      const { method, url } = shown.interaction.request
      const facts = { path, index: shown.index, request: `${method} ${url.split('?', 1)[0]}` }
      if (!pair.a || !pair.b) return [{ ...facts, change: undefined }]
      const change = explainChanges(
        { interaction: pair.a.interaction, interactions: a.cassette.interactions },
        { interaction: pair.b.interaction, interactions: b.cassette.interactions },
      )
      return change ? [{ ...facts, change }] : []
    })
  })
}

function select(path: string, run: Run | undefined): SelectedCassette {
  const cassette = run?.cassettes.get(path) ?? { format: 'go-vcr-2', interactions: [] }
  return { path, cassette, interactions: cassette.interactions.map((interaction, index) => ({ index, interaction })) }
}

function report(
  results: readonly LearnResult[],
  runs: readonly Run[],
  output: 'text' | 'json',
  terminal: Terminal,
): ExitCode {
  const recorded = runs.reduce((sum, { cassettes }) => sum + cassettes.size, 0)
  const failures = findFailures(runs, recorded)
  if (output === 'json') {
    const cassettes = [...(runs[1]?.cassettes.keys() ?? [])]
    terminal.json(prettyJson({ cassettes, differences: results, failures }))
  } else for (const result of results) writeResult(result, terminal)
  for (const { message } of failures) terminal.err(message)
  if (recorded > 0 && output === 'text')
    terminal.out(
      `${count(results.length, 'request')} ${results.length === 1 ? 'differs' : 'differ'} between two identical runs.`,
    )
  return results.length > 0 || failures.length > 0 ? exitCodes.failed : exitCodes.done
}

function findFailures(runs: readonly Run[], recorded: number): Failure[] {
  const failed = runs.find(({ code }) => code !== 0)
  const messages = [
    ...(failed
      ? [`The command ended with the exit code ${failed.code}: the requests that it did not send are missing.`]
      : []),
    ...(recorded === 0 ? ['Nothing was recorded: the command must run tests that use cassettes.'] : []),
  ]
  return messages.map((message) => ({ path: '.', message }))
}

function writeResult({ path, index, request, change }: LearnResult, terminal: Terminal): void {
  terminal.out([styled('bold', oneLine(`${path} #${index}`)), oneLine(` ${request}`)])
  if (!change) {
    terminal.out('  only one of the two runs sent this request')
    return
  }
  for (const { path: place, first, second, reason } of change.changes)
    terminal.out(oneLine(`  ${place}: ${first} -> ${second}${reason === undefined ? '' : ` (${reason})`}`))
  terminal.out(
    change.option === undefined ? '  no known option makes it match' : [`  option: `, styled('green', change.option)],
  )
}
