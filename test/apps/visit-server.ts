import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** Starts a server with a command of its package.json on a free port, requests its page twice, and ends it. */
export async function visitServer(
  folder: string,
  command: string,
  env: Readonly<Record<string, string>>,
): Promise<string[]> {
  const { PATH = '' } = process.env
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), PATH].join(':')
  const child = spawn(`exec env ${command}`, {
    cwd: folder,
    shell: true,
    env: { ...env, PATH: path, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await firstLine(child)
    const ask = async (): Promise<string> => (await fetch(`${url}/weather/Lisbon`)).text()
    const answers = [await ask(), await ask()]
    child.kill()
    await once(child, 'close')
    return answers
  } finally {
    child.kill('SIGKILL')
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface({ input: stdout as never }), 'line')) as [string]
  return line
}
