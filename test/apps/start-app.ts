import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A process that serves an application. */
export interface App {
  readonly origin: string
  /** Everything that it has printed. */
  output(): string
  /** Ends it with Ctrl+C, and returns its exit code, which is null if the signal has ended it. */
  interrupt(): Promise<number | null>
  kill(): void
}

/** How an application is started. */
export interface AppCommand {
  readonly folder: string
  /** The arguments of Node. */
  readonly args: (port: string) => readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Starts an application, and waits until it answers. */
export async function startApp({ folder, args, env }: AppCommand): Promise<App> {
  const port = await findPort()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, args(port), {
    cwd: folder,
    env: { PATH: `${dirname(process.execPath)}:${PATH}`, HOME, PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece))
  const closed = once(child, 'close')
  const origin = `http://127.0.0.1:${port}`
  while (!(await answers(origin))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The application has ended:\n${output}`)
    await setTimeout(100)
  }
  return {
    origin,
    output: () => output,
    async interrupt() {
      child.kill('SIGINT')
      const [code] = await closed
      return code
    },
    kill: () => child.kill('SIGKILL'),
  }
}

async function findPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await once(server.close(), 'close')
  return String(typeof address === 'object' ? address?.port : address)
}

async function answers(origin: string): Promise<boolean> {
  const response = await fetch(origin).catch(() => undefined)
  await response?.body?.cancel()
  return response?.ok ?? false
}
