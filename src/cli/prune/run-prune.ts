import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { prettyJson } from '../../json/pretty-json.ts'
import { CASSETTE_FOLDER } from '../../runner/cassette-path.ts'
import { findObsolete, type ObsoleteItems } from '../../runner/find-obsolete.ts'
import { removeObsolete } from '../../runner/remove-obsolete.ts'
import { type FinishedRun, RUN_RECORDS, readRunRecords } from '../../runner/run-records.ts'
import { findCassetteFolders, listCassettes } from '../../storage/cassette-folder.ts'
import { pathKind } from '../../storage/read-folder.ts'
import { type ExitCode, exitCodes, UsageError } from '../command.ts'
import { parseArguments } from '../parse-arguments.ts'
import { runCommand, splitCommand } from '../run-command.ts'
import { oneLine, type Terminal } from '../terminal.ts'

/** See `prune`. */
export async function runPrune(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { folders, command, writing, output } = readArguments(args)
  const obsolete = command.length === 0 ? findOrphans(folders) : await findInRun(command, output, terminal)
  if (!obsolete) return exitCodes.failed
  if (writing === 'write') removeObsolete(obsolete)
  if (output === 'json') terminal.json(prettyJson({ ...obsolete, removed: writing === 'write' }))
  else for (const line of describe(obsolete, writing)) terminal.out(line)
  return exitCodes.done
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

async function findInRun(
  command: readonly string[],
  output: Pruning['output'],
  terminal: Terminal,
): Promise<ObsoleteItems | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-prune-'))
  try {
    await runCommand(command, { [RUN_RECORDS]: folder }, output === 'json' ? 'stderr' : 'inherit')
    const [run, ...others] = readRunRecords(folder)
    if (!run) {
      terminal.err(
        'Nothing was removed: the command left no record of a run. It must run Vitest or Jest with msw-cassette.',
      )
      return undefined
    }
    if (others.length > 0) {
      terminal.err('Nothing was removed: the command ran several test runners. Prune after each of them by itself.')
      return undefined
    }
    return toObsolete(run, terminal)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toObsolete({ run, end, folder }: FinishedRun, terminal: Terminal): ObsoleteItems | undefined {
  if (end === 'interrupted') {
    terminal.err('Nothing was removed: the run was interrupted.')
    return undefined
  }
  return findObsolete(run, (file) => resolve(folder, file))
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
