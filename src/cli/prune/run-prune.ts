import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { prettyJson } from '../../json/pretty-json.ts'
import { CASSETTE_FOLDER } from '../../runner/cassette-path.ts'
import { findObsolete, type ObsoleteItems } from '../../runner/find-obsolete.ts'
import { removeObsolete } from '../../runner/remove-obsolete.ts'
import { RUN_RECORDS, readRunRecords } from '../../runner/run-records.ts'
import { findCassetteFolders, listCassettes } from '../../storage/cassette-folder.ts'
import { pathKind } from '../../storage/read-folder.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { parseArguments } from '../parse-arguments.ts'
import { toFailure } from '../read-input.ts'
import { runCommand, splitCommand } from '../run-command.ts'
import { oneLine, type Terminal } from '../terminal.ts'

/** See `prune`. */
export async function runPrune(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { folders, command, writing, output } = readArguments(args)
  const failures: Failure[] = []
  const found = await attempt(failures, () =>
    command.length === 0 ? findOrphans(folders) : findInRun(command, output),
  )
  if (found && writing === 'write') await attempt(failures, () => removeObsolete(found))
  const removed = writing === 'write' && failures.length === 0
  if (output === 'json') terminal.json(prettyJson(toJson(found, removed, failures)))
  else if (found && failures.length === 0) for (const line of describe(found, writing)) terminal.out(line)
  for (const { message } of failures) terminal.err(message)
  return failures.length > 0 ? exitCodes.failed : exitCodes.done
}

interface Pruning {
  readonly folders: readonly string[]
  readonly command: readonly string[]
  readonly writing: 'write' | 'dry-run'
  readonly output: 'text' | 'json'
}

function readArguments(args: readonly string[]): Pruning {
  const { own, command } = splitCommand(args)
  const { values, positionals } = parseArguments({
    args: [...own],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  })
  if (command.length > 0 && positionals.length > 0)
    throw new UsageError('With a command, its run determines the folders. Remove them, or the command.')
  for (const folder of positionals)
    if (pathKind(resolve(folder)) !== 'folder') throw new UsageError(`${folder} is not a folder.`)
  return {
    folders: positionals.length > 0 ? positionals : ['.'],
    command,
    writing: values['dry-run'] ? 'dry-run' : 'write',
    output: values.json ? 'json' : 'text',
  }
}

/** The cassettes of deleted test files. */
function findOrphans(folders: readonly string[]): ObsoleteItems {
  const files = folders
    .flatMap((folder) => findCassetteFolders(resolve(folder), CASSETTE_FOLDER))
    .flatMap((folder) => listCassettes(folder, CASSETTE_FOLDER))
    .filter(({ presence }) => presence === 'deleted')
    .flatMap((folder) => folder.files)
  return { files: [...new Set(files)].sort(), interactions: [] }
}

/** @throws UnusableRun if the run does not show what is obsolete */
async function findInRun(command: readonly string[], output: Pruning['output']): Promise<ObsoleteItems> {
  const records = mkdtempSync(join(tmpdir(), 'msw-cassette-prune-'))
  try {
    const code = await runCommand(command, { [RUN_RECORDS]: records }, output === 'json' ? 'stderr' : 'inherit')
    const [finished, ...others] = readRunRecords(records)
    if (!finished)
      throw new UnusableRun('the command left no record of a run. It must run Vitest or Jest with msw-cassette.')
    if (others.length > 0)
      throw new UnusableRun('the command ran several test runners. Prune after each of them by itself.')
    const { run, end, folder } = finished
    if (end === 'interrupted') throw new UnusableRun('the run was interrupted.')
    if (code !== exitCodes.done)
      throw new UnusableRun(
        `the command ended with the exit code ${code}. A test that fails does not show what it needs: fix it, and prune again.`,
      )
    return findObsolete(run, (file) => resolve(folder, file))
  } finally {
    rmSync(records, { recursive: true, force: true })
  }
}

class UnusableRun extends Error {
  constructor(reason: string) {
    super(`Nothing was removed: ${reason}`)
  }
}

/** Adds an error to the failures, and returns undefined for it. */
async function attempt<T>(failures: Failure[], action: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof UsageError) throw error
    const isUnusable = error instanceof UnusableRun
    failures.push(isUnusable ? { path: '.', message: error.message } : toFailure(error, { path: '.' }, 'prune'))
    return undefined
  }
}

function toJson(found: ObsoleteItems | undefined, removed: boolean, failures: readonly Failure[]): unknown {
  const { files, interactions } = found ?? { files: [], interactions: [] }
  return { files, interactions: interactions.map(({ file, indexes }) => ({ file, indexes })), removed, failures }
}

function describe({ files, interactions }: ObsoleteItems, writing: Pruning['writing']): string[] {
  const verb = writing === 'write' ? 'removed' : 'would remove'
  const lines = [
    ...files.map((file) => oneLine(`${verb} ${relative('.', file)}`)),
    ...interactions.map(({ file, indexes }) =>
      oneLine(`${verb} ${relative('.', file)} ${indexes.map((index) => `#${index}`).join(' ')}`),
    ),
  ]
  return lines.length > 0 ? lines : ['Nothing is obsolete.']
}
