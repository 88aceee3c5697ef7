import { decodeFile } from '../bytes/decode-file.ts'
import type { Interaction } from '../cassette.ts'
import { CassetteError } from '../errors/errors.ts'
import type { Fault } from '../faults/fault.ts'
import { parseCassette, readPlainBytes } from '../format/parse-cassette.ts'
import { sessionModules } from '../open/node-modules.ts'
import { prepareSession } from '../open/prepare-session.ts'
import { relativePath } from '../runner/cassette-usage.ts'
import { unplayedVerdict } from '../runner/unplayed-verdict.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
import { readCassetteFile, resolveCassettePath } from '../storage/cassette-file.ts'
import type { CommandResult, HealCommand, OpenCommand, OpenedFile, SaveCommand } from './page-commands.ts'
import { type PageProject, resolvePageFile, resolveWritablePageFile } from './page-file.ts'

/** Reads the cassette of a test that runs in a page. */
export function openCommand(project: PageProject, command: OpenCommand): Promise<CommandResult<OpenedFile>> {
  return answer(() => open(project, command))
}

/** Saves the recordings of a page. */
export function saveCommand(project: PageProject, command: SaveCommand): Promise<CommandResult<'saved'>> {
  return answer(() => save(project, command))
}

/** Heals the cassette of a page. */
export function healCommand(project: PageProject, command: HealCommand): Promise<CommandResult<'healed'>> {
  return answer(() => heal(project, command))
}

async function answer<T>(run: () => Promise<T>): Promise<CommandResult<T>> {
  try {
    return { value: await run() }
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error
    const { name, code, message } = error
    return { error: { name, code, message } }
  }
}

async function open(project: PageProject, command: OpenCommand): Promise<OpenedFile> {
  const file = await resolvePageFile(project, command.file)
  const { mode, expires, onExpired, faults, ifMissing, naming } = command
  const init = prepareSession(
    {
      source: file,
      options: {
        ...(mode && { mode }),
        ...(expires && { expires: toExpires(expires) }),
        ...(onExpired && { onExpired }),
        ...(faults && { faults: [ANY_FAULT] }),
      },
      saving: 'deferred',
      ifMissing,
    },
    sessionModules,
  )
  const { loaded, policy } = init
  if (policy.matched === 'record' || policy.unmatched === 'record') await resolveWritablePageFile(project, file)
  const bytes = loaded.presence === 'found' ? readCassetteFile(resolveCassettePath(file)) : undefined
  return {
    path: loaded.cassette.path ?? file,
    file: relativePath(file),
    mode: init.mode,
    policy,
    presence: loaded.presence,
    ...(bytes && { text: decodeFile(readPlainBytes(bytes, file)) }),
    ...(loaded.text !== undefined && { replaces: loaded.text }),
    unplayed: unplayedVerdict(naming, project.vitest.snapshot.options.updateSnapshot),
  }
}

/** The faults themselves can contain functions. The mode only depends on whether there are any. */
const ANY_FAULT: Fault = { at: 0, connection: 'reset' }

function toExpires(text: string): Date | `${number}d` {
  return /^\d{4}-/.test(text) ? new Date(text) : (text as `${number}d`)
}

async function save(project: PageProject, command: SaveCommand): Promise<'saved'> {
  const file = resolveCassettePath(await resolveWritablePageFile(project, command.file))
  const { createSaver } = await import('../open/node-recording-steps.ts')
  const saver = createSaver(parseCassette(command.recorded, { path: file }).interactions, {
    file,
    replaces: command.replaces,
    allowSecrets: toPatterns(command.allowSecrets),
    // The page has replaced the credentials that it knows.
    credentials: () => new KnownCredentials(),
  })
  try {
    await saver.save()
  } finally {
    saver.close()
  }
  if (saver.error) throw saver.error
  return 'saved'
}

async function heal(project: PageProject, { recorded, loaded, ...command }: HealCommand): Promise<'healed'> {
  const file = resolveCassettePath(await resolveWritablePageFile(project, command.file))
  const { writeHeal } = await import('../heal/write-heal.ts')
  const interactionsOf = (text: string): readonly Interaction[] => parseCassette(text, { path: file }).interactions
  const recordings = interactionsOf(recorded)
  const replaced = command.replaced.flatMap((index, position) => {
    const recording = recordings[position]
    return recording ? { index, recording, path: undefined } : []
  })
  writeHeal({
    file,
    loaded: interactionsOf(loaded),
    plan: { replaced, removed: command.removed, added: recordings.slice(replaced.length) },
    scan: { allowed: toPatterns(command.allowSecrets), known: new KnownCredentials() },
  })
  return 'healed'
}

function toPatterns(sources: SaveCommand['allowSecrets']): RegExp[] {
  return sources.map(({ source, flags }) => new RegExp(source, flags))
}
