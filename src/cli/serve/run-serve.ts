import { once } from 'node:events'
import { resolve } from 'node:path'
import { prettyJson } from '../../json/pretty-json.ts'
import { toCassetteUsage } from '../../runner/cassette-usage.ts'
import { formatRunReport } from '../../runner/format-run-report.ts'
import { createRunReport } from '../../runner/run-report.ts'
import { clientVariables } from '../../serve/client-variables.ts'
import { healSessions } from '../../serve/heal-sessions.ts'
import { listen } from '../../serve/listen.ts'
import type { ListenOptions } from '../../serve/listen-options.ts'
import { resolveRoutes } from '../../serve/routes.ts'
import { verifySessions } from '../../serve/verify-sessions.ts'
import type { CassetteOptions } from '../../session/cassette-options.ts'
import type { Session } from '../../session/session.ts'
import { pathKind } from '../../storage/read-folder.ts'
import { type ExitCode, exitCodes, UsageError } from '../command.ts'
import { parseArguments } from '../parse-arguments.ts'
import { runCommand, SIGNALS, splitCommand } from '../run-command.ts'
import type { Terminal } from '../terminal.ts'
import { openServed } from './open-served.ts'
import { readFault } from './read-fault.ts'

/** See `serve`. */
export async function runServe(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { paths, options, listening, command, output } = readArguments(args)
  const served = await openServed(paths, options)
  const server = await listen(served, listening)
  try {
    const variables = clientVariables(server.url, resolveRoutes(listening.routes))
    if (output === 'json') terminal.json(prettyJson({ url: server.url, variables }))
    else if (command.length === 0) describeServer(server.url, variables, terminal)
    const code = command.length === 0 ? await waitForEnd() : await runCommand(command, variables)
    const failures = await verifySessions(served.sessions())
    const outcome = code === exitCodes.done && failures.length === 0 ? 'passed' : 'failed'
    failures.push(...(await healSessions(served.sessions(), outcome)))
    for (const line of await reportOf(served.sessions())) terminal.err(line)
    for (const failure of failures) terminal.err(failure)
    return code === exitCodes.done && failures.length > 0 ? exitCodes.failed : code
  } finally {
    await server.close()
    // A save that failed was reported as a failure of its session.
    for (const session of served.sessions()) await session.close().catch(() => {})
  }
}

interface ServeArguments {
  readonly paths: readonly string[]
  readonly options: CassetteOptions
  readonly listening: ListenOptions
  /** Empty without a command. */
  readonly command: readonly string[]
  readonly output: 'text' | 'json'
}

function readArguments(args: readonly string[]): ServeArguments {
  const { own, command } = splitCommand(args)
  const { values, positionals } = parseArguments({
    args: [...own],
    allowPositionals: true,
    options: {
      mode: { type: 'string' },
      port: { type: 'string' },
      route: { type: 'string', multiple: true },
      timing: { type: 'string' },
      repeat: { type: 'string' },
      fault: { type: 'string', multiple: true },
      host: { type: 'string' },
      cors: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  if (positionals.length === 0) throw new UsageError('There is no cassette or folder to serve.')
  const { port, route, host, cors, json } = values
  if (port !== undefined && !/^\d+$/.test(port))
    throw new UsageError(`--port is "${port}", and must be a port, or 0 for any free one.`)
  if (json && command.length > 0) throw new UsageError('--json and a command exclude each other: both write to stdout.')
  const options = toOptions(values, positionals)
  const listening = {
    ...(port && { port: Number(port) }),
    ...(host && { host }),
    ...(cors && { cors }),
    routes: Object.fromEntries((route ?? []).map(toRoute)),
  } as ListenOptions
  return { paths: positionals, options, listening, command, output: json ? 'json' : 'text' }
}

/** The options that a session checks itself. */
interface SessionValues {
  readonly mode?: string | undefined
  readonly timing?: string | undefined
  readonly repeat?: string | undefined
  readonly fault?: readonly string[] | undefined
}

function toOptions({ mode, timing, repeat, fault }: SessionValues, paths: readonly string[]): CassetteOptions {
  const faults = fault?.map(readFault)
  if (faults && (paths.length > 1 || paths.some((path) => pathKind(resolve(path)) !== 'file')))
    throw new UsageError('--fault needs exactly one cassette to serve, and it has to exist.')
  return {
    ...(mode && { mode }),
    ...(timing && { timing }),
    ...(repeat && { repeat }),
    ...(faults && { faults }),
  } as CassetteOptions
}

function toRoute(text: string): [name: string, url: string] {
  const [, name, url] = /^([^=]+)=(.+)$/.exec(text) ?? []
  if (name === undefined || url === undefined)
    throw new UsageError(`--route is "${text}", and must be a name and an address: openai=https://api.openai.com.`)
  return [name, url]
}

/** The same report as that of a test run. On stderr: the output of the command is on stdout. */
async function reportOf(sessions: readonly Session[]): Promise<string[]> {
  const usages = sessions.map((session) => toCassetteUsage(session, session.path, 'saved'))
  const run = { testFile: '', cassette: undefined, outcome: 'passed', usages } as const
  return formatRunReport(await createRunReport([run], { files: [], interactions: [] }), 'list')
}

function describeServer(url: string, variables: Record<string, string>, terminal: Terminal): void {
  terminal.out(`Serving at ${url}. Ctrl+C ends it.`)
  for (const [name, value] of Object.entries(variables)) terminal.out(`export ${name}=${value}`)
}

async function waitForEnd(): Promise<ExitCode> {
  await Promise.race(SIGNALS.map((signal) => once(process, signal)))
  return exitCodes.done
}
