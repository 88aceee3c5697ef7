import { decodeFile } from '../bytes/decode-file.ts'
import { CassetteError, CassetteOptionError } from '../errors/errors.ts'
import { parseCassette, readPlainBytes } from '../format/parse-cassette.ts'
import { sessionModules } from '../open/node-modules.ts'
import { prepareSession } from '../open/prepare-session.ts'
import { relativePath } from '../runner/cassette-usage.ts'
import { unplayedVerdict } from '../runner/unplayed-verdict.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
import type { SessionInit } from '../session/session-init.ts'
import { readCassetteFile, resolveCassettePath } from '../storage/cassette-file.ts'
import type { CommandResult, OpenCommand, OpenedFile, SaveCommand } from './page-commands.ts'
import { type PageProject, resolvePageFile, resolveWritablePageFile } from './page-file.ts'

/** Reads the cassette of a test that runs in a page. */
export function openCommand(project: PageProject, command: OpenCommand): Promise<CommandResult<OpenedFile>> {
  return answer(() => open(project, command))
}

/** Saves the recordings of a page. */
export function saveCommand(project: PageProject, command: SaveCommand): Promise<CommandResult<'saved'>> {
  return answer(() => save(project, command))
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
  const { mode, expires, onExpired, ifMissing, naming } = command
  const init = prepareSession(
    {
      source: file,
      options: {
        ...(mode && { mode }),
        ...(expires && { expires: toExpires(expires) }),
        ...(onExpired && { onExpired }),
      },
      saving: 'deferred',
      ifMissing,
    },
    sessionModules,
  )
  refuseHeal(init)
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

function toExpires(text: string): Date | `${number}d` {
  return /^\d{4}-/.test(text) ? new Date(text) : (text as `${number}d`)
}

/** The healing of a cassette needs the file and the matcher of the session in one process. */
function refuseHeal({ mode, loaded }: SessionInit): void {
  if (mode !== 'heal' || loaded.presence === 'missing') return
  throw new CassetteOptionError(
    'mode',
    `The mode is heal, and the test of ${loaded.cassette.path} runs in a browser: only tests in Node can heal their cassettes. ` +
      'Record the cassette again: MSW_CASSETTE_MODE=record.',
  )
}

async function save(project: PageProject, command: SaveCommand): Promise<'saved'> {
  const file = resolveCassettePath(await resolveWritablePageFile(project, command.file))
  const { createSaver } = await import('../open/node-recording-steps.ts')
  const saver = createSaver(parseCassette(command.recorded, { path: file }).interactions, {
    file,
    replaces: command.replaces,
    allowSecrets: command.allowSecrets.map(({ source, flags }) => new RegExp(source, flags)),
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
