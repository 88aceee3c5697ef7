import { mkdirSync } from 'node:fs'
import { type SetupServer, setupServer } from 'msw/node'
import * as library from 'msw-cassette'
import OpenAI from 'openai'
import { expect, type TestContext, vi } from 'vitest'

// Copied into a project whose tests are the code blocks of the docs, see run.test.ts.

type Step = (context?: TestContext) => unknown

const QUESTION = { model: 'gpt-5-mini', messages: [{ role: 'user' as const, content: 'Say hi in Portuguese' }] }

/**
 * Runs a block in a folder of its own, with the names that it uses without an import. If the block itself sends no request, `finish` sends
 * one through everything that it opened: through its sessions, its server, or a test with a cassette.
 *
 * @param folder the name of the folder
 * @param context the context of the test, which a runner passes to its test functions
 * @param block the code, as a function. It ends with `finish`
 */
export async function runBlock(folder: string, context: TestContext, block: (scope: object) => Promise<void>) {
  mkdirSync(folder, { recursive: true })
  process.chdir(folder)
  const scope = createScope(context)
  if (!/setupServer\(|server\.listen/.test(block.toString())) scope.server.listen(library.listenOptions)
  try {
    await block({ ...library, ...scope, expect, vi, OpenAI })
  } finally {
    vi.useRealTimers()
    for (const step of scope.cleanups) await step()
    process.chdir('..')
  }
}

function createScope(context: TestContext) {
  const sessions: library.CassetteSession[] = []
  const tests: Step[] = []
  const cleanups: Step[] = []
  const servers: TrackedServer[] = []
  const createServer = (...handlers: Parameters<typeof setupServer>): SetupServer => {
    const tracked = trackServer(setupServer(...handlers))
    servers.push(tracked)
    cleanups.push(tracked.close)
    return tracked.server
  }
  const server = createServer(...library.scopedCassettes())
  let asked = 0
  let sharesWorld = false
  const fromCassette: typeof library.fromCassette = (...args) => {
    sharesWorld = true
    return library.fromCassette(...args)
  }
  const greet = async (client?: unknown): Promise<string> => {
    asked++
    const { choices } = await (client instanceof OpenAI
      ? client
      : new OpenAI({ apiKey: 'not-needed' })
    ).chat.completions.create(QUESTION)
    return choices[0]?.message.content ?? ''
  }
  const openWith = (open: typeof library.openCassette) => (source: library.CassetteSource, options?: object) => {
    const session = open(source, options)
    sessions.push(session)
    return session
  }
  return {
    server,
    cleanups,
    greet,
    /** Imports a module for a block; sessions that it opens are finished like all others. */
    load: async (name: string) => {
      if (name === './handlers.ts') return { handlers: [] }
      const module = await import(name)
      return 'openCassette' in module
        ? { ...module, openCassette: openWith(module.openCassette), fromCassette }
        : module
    },
    openCassette: openWith(library.openCassette),
    fromCassette,
    setupServer: createServer,
    test: (_title: string, run: Step) => void tests.push(run),
    beforeAll: (step: Step) => step(),
    afterAll: (step: Step) => void cleanups.push(step),
    text: CASSETTE,
    finish: async (): Promise<void> => {
      if (!servers.some(({ listens }) => listens())) servers.at(-1)?.server.listen(library.listenOptions)
      for (const run of tests) await run(context)
      for (const session of sessions) await finishSession(session)
      if (sessions.length > 0 || asked > 0) return
      await (sharesWorld ? greet() : library.withCassette('fixtures/block.yaml', () => greet())())
    },
  }
}

interface TrackedServer {
  readonly server: SetupServer
  readonly listens: () => boolean
  readonly close: () => void
}

/** MSW does not close a server that does not listen. */
function trackServer(server: SetupServer): TrackedServer {
  let listens = false
  const { listen } = server
  server.listen = (options) => {
    listens = true
    listen.call(server, options)
  }
  return { server, listens: () => listens, close: () => listens && server.close() }
}

/** Sends a request for each interaction that the block left, or one to record. */
async function finishSession(session: library.CassetteSession): Promise<void> {
  const body = JSON.stringify(QUESTION)
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const send = async (): Promise<string> =>
    (await session.fetch('https://api.openai.com/v1/chat/completions', init)).text()
  const count = session.played.length === 0 ? Math.max(1, session.unplayed.length) : session.unplayed.length
  for (let sent = 0; sent < count; sent++) expect(await send()).toContain('Olá!')
  await session.save()
  session.verify()
}

/** The `text` of a block that reads a cassette from a text. */
const CASSETTE = library.stringifyCassette({
  interactions: [
    {
      request: {
        method: 'POST',
        url: 'https://api.openai.com/v1/chat/completions',
        headers: [],
        body: new TextEncoder().encode(JSON.stringify(QUESTION)),
      },
      response: {
        status: 200,
        statusText: 'OK',
        headers: [['content-type', 'application/json']],
        body: new TextEncoder().encode('{"choices":[{"message":{"content":"Olá!"}}]}'),
      },
    },
  ],
})
