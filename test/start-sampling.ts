import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CassetteOptions, type CassetteSession, openCassette, parseCassette } from 'msw-cassette'
import { vi } from 'vitest'
import { type LocalServer, startServer } from './start-server.ts'
import { makeTempFolder } from './temp-folder.ts'

/** The answers of the server to the requests to a path, in order; the last one is repeated. */
type Answers = Record<string, readonly { status?: number; type?: string; body?: string; after?: string }[]>

export interface Sampling extends AsyncDisposable {
  readonly server: LocalServer
  readonly file: string
  /** The lines that the library prints. */
  readonly lines: string[]
  open(options?: CassetteOptions): CassetteSession
  ask(session: CassetteSession, path: string, body?: string): Promise<string>
}

/** Starts a server whose answers contain the number of the request, and a cassette that does not exist yet. */
export async function startSampling(answers: Answers = {}): Promise<Sampling> {
  const counts = new Map<string, number>()
  const server = await startServer((request, response) => {
    const path = request.url ?? ''
    const count = counts.get(path) ?? 0
    counts.set(path, count + 1)
    const list = answers[path] ?? []
    const { status = 200, type = 'text/plain', body = `${path} ${count}`, after } = list[count] ?? list.at(-1) ?? {}
    response.writeHead(status, { 'content-type': type, ...(after && { 'retry-after': after }) }).end(body)
  })
  const file = join(makeTempFolder(), 'a.yaml')
  const lines: string[] = []
  for (const method of ['info', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line) => void lines.push(String(line).replaceAll(file, 'a.yaml')))
  return {
    server,
    file,
    lines,
    open: (options) => openCassette(file, { hosts: [server.host], ...options }),
    ask: async (session, path, body) => {
      const init = body === undefined ? {} : { method: 'POST', body }
      return (await session.fetch(server.origin + path, init)).text()
    },
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/** The interactions of a cassette: the path, the answer, and the number of the sample. */
export const samplesIn = (file: string): [path: string, answer: string, sample: number | undefined][] =>
  parseCassette(readFileSync(file)).interactions.map(({ request, response, sample }) => [
    new URL(request.url).pathname,
    new TextDecoder().decode(response.body),
    sample,
  ])
