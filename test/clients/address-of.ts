import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { clientVariables } from '../../src/serve/client-variables.ts'
import { resolveRoutes, toUpstreamUrl } from '../../src/serve/routes.ts'
import type { Client } from './clients.ts'

/** The URL of a server that does not exist: no request is sent. */
const SERVER = 'http://server.invalid'

const KEYS = Object.fromEntries(
  ['OPENAI', 'ANTHROPIC', 'GROQ', 'TOGETHER', 'PERPLEXITY', 'GOOGLE_GENERATIVE_AI'].map((name) => [
    `${name}_API_KEY`,
    'not-needed',
  ]),
)

/** Prints the URL of the first request, and ends the process. */
const PRELOAD = 'globalThis.fetch = (input) => { process.stdout.write(input.url ?? String(input)); process.exit() }'

/**
 * Runs a client with the variables of `msw-cassette serve`.
 *
 * @param folder the folder whose packages it imports
 * @returns the URL of its first request, and whether the request goes to the server, which sends it to this URL while recording
 */
export async function addressOf(
  { program }: Client,
  folder: string,
): Promise<{ via: 'server' | 'network'; url: string }> {
  const env = { PATH: process.env.PATH, ...KEYS, ...clientVariables(SERVER, resolveRoutes()) }
  const args = ['--import', `data:text/javascript,${encodeURIComponent(PRELOAD)}`, '--input-type=module', '-e', program]
  const url = await text(
    spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] }).stdout,
  )
  if (!url.startsWith(SERVER)) return { via: 'network', url }
  return { via: 'server', url: toUpstreamUrl(url.slice(SERVER.length), resolveRoutes()) ?? 'no route' }
}
