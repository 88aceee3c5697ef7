import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { installPackages } from '../examples/install-example.ts'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** An application in a folder, which sends requests to a local server. */
export interface App {
  readonly folder: string
  readonly server: LocalServer
  /** Starts Node with these arguments, and the library preloaded as `env` says. */
  start(args: readonly string[], env?: Record<string, string>): ChildProcessWithoutNullStreams
  /** Starts Node, and waits until it has ended. */
  run(args: readonly string[], env?: Record<string, string>): Promise<Ending>
}

/** How a process has ended. */
export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** The arguments of Node that preload the library. */
export const REGISTER = ['--import', 'msw-cassette/register'] as const

/**
 * Creates an application with the packed library. Its cassette is `app.yaml`, and `URL` is the address of a server that answers
 * each request with its path, and a path `/stream` with an event and no end.
 *
 * @param files the files, by name
 * @param msw the package that it uses as `msw`
 */
export async function makeApp(files: Readonly<Record<string, string>>, msw: 'msw' | 'msw2' = 'msw'): Promise<App> {
  const folder = makeTempFolder()
  installPackages(folder, ['msw-cassette', 'openai', 'tsx'])
  symlinkSync(resolve('node_modules', msw), join(folder, 'node_modules/msw'), 'junction')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const server = await startServer(({ url }, response) => {
    if (url === '/silent') return
    response.setHeader('content-type', 'text/event-stream')
    if (url === '/stream') response.write('data: 1\n\n')
    else response.end(url)
  })
  onTestFinished(() => server.close())
  const { PATH = '' } = process.env
  const start: App['start'] = (args, env = {}) => {
    const own = { PATH, URL: server.origin, MSW_CASSETTE: 'app.yaml', MSW_CASSETTE_HOSTS: server.host }
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...own, ...env } })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }
  return { folder, server, start, run: (args, env) => ending(start(args, env)) }
}

/** Waits until a process has ended. */
export async function ending(child: ChildProcessWithoutNullStreams): Promise<Ending> {
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code, signal, stdout, stderr }
}
