import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { describeCause } from '../../errors/describe-cause.ts'

/** The programs that open a file, and their arguments before it. None of them is a shell, so no name of a file is a command. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/**
 * Opens a file in the browser.
 *
 * @param file an absolute path
 * @returns why it failed; undefined if the program for it was started
 */
export async function openPage(file: string): Promise<string | undefined> {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...args, pathToFileURL(file).href], { stdio: 'ignore', detached: true })
  try {
    await once(child, 'spawn')
    child.unref()
    return undefined
  } catch (error) {
    return describeCause(error)
  }
}
