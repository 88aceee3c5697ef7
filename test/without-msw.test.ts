import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeTempFolder } from './temp-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs code in a process that can't load certain packages. Returns the JSON that the code prints.
 *
 * @param missing a pattern of the names that can't be loaded
 */
function runWithout(missing: RegExp, code: string, conditions: readonly string[] = []): unknown {
  const program = `
    import { readFileSync } from 'node:fs'
    import { createServer } from 'node:http'
    import { registerHooks } from 'node:module'
    const print = console.log
    registerHooks({
      resolve(name, context, next) {
        if (${missing}.test(name)) throw new Error('imported ' + name)
        return next(name, context)
      },
    })
    const library = await import('msw-cassette/fetch')
    ${code}
  `
  const args = [...conditions.map((name) => `--conditions=${name}`), '--input-type=module', '--eval', program]
  return JSON.parse(String(execFileSync(process.execPath, args, { cwd: root })))
}

test('without MSW, a session records through its fetch and replays the file', () => {
  const file = join(makeTempFolder(), 'a.yaml')
  const result = runWithout(
    /^msw(?:\/|$)/,
    `
      const server = createServer((_request, response) => response.end('{"answer":"Olá!"}'))
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
      const host = '127.0.0.1:' + server.address().port
      const ask = async (session) => {
        const response = await session.fetch('http://' + host + '/chat', {
          method: 'POST',
          body: '{"key":"language","question":"Hi?"}',
          headers: { authorization: 'Bearer not-to-be-saved', accept: 'application/json' },
        })
        return response.json()
      }
      const recording = library.openCassette(${JSON.stringify(file)}, { mode: 'once', hosts: [host] })
      const recorded = await ask(recording)
      await recording.close()
      server.close()
      const replay = library.openCassette(${JSON.stringify(file)}, { mode: 'replay' })
      const replayed = await ask(replay)
      replay.verify()
      print(JSON.stringify({ recorded, replayed, leaked: readFileSync(${JSON.stringify(file)}, 'utf8').includes('not-to-be') }))
    `,
  )
  expect(result).toEqual({ recorded: { answer: 'Olá!' }, replayed: { answer: 'Olá!' }, leaked: false })
})

test('without MSW, withCassette gives a test its session', () => {
  const result = runWithout(
    /^msw(?:\/|$)/,
    `
      const test = library.withCassette('fixtures/go-vcr-v2/openai-chat.yaml', { mode: 'replay' }, async () => {
        const session = library.currentSession()
        const { url, method, body } = session.unplayed[0].request
        return (await session.fetch(url, { method, body, headers: { 'content-type': 'application/json' } })).status
      })
      print(JSON.stringify({ status: await test(), outside: library.currentSession() === undefined }))
    `,
  )
  expect(result).toEqual({ status: 200, outside: true })
})

const PAGE = `
  const cassette = readFileSync('fixtures/go-vcr-v2/openai-chat.yaml', 'utf8')
  const send = (session, change = (text) => text) => {
    const { url, method, body } = session.cassette.interactions[0].request
    const text = change(new TextDecoder().decode(body))
    return session.fetch(url, { method, body: text, headers: { 'content-type': 'application/json' } })
  }
`

test('in a page, a request can equal its recording without having the same bytes', () => {
  const result = runWithout(
    /^msw(?:\/|$)/,
    `
      ${PAGE}
      const session = library.openCassette(cassette, { mode: 'replay' })
      const { status } = await send(session, (text) => ' ' + text)
      print(JSON.stringify({ status, unplayed: session.unplayed.length }))
    `,
    ['browser'],
  )
  expect(result).toEqual({ status: 200, unplayed: 0 })
})

test('a page records in memory, without credentials', () => {
  const result = runWithout(
    /^msw(?:\/|$)/,
    `
      ${PAGE}
      const server = createServer((_request, response) => response.end('{"api_key":"not-to-be-kept"}'))
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
      const host = '127.0.0.1:' + server.address().port
      const options = { mode: 'new-episodes', hosts: [host] }
      const session = library.openCassette('---\\nversion: 2\\ninteractions: []\\n', options)
      await (await session.fetch('http://' + host + '/login?api_key=not-to-be-kept')).text()
      await session.close()
      server.close()
      print(library.stringifyCassette({ interactions: session.recorded }).includes('not-to-be-kept') ? 'true' : '"clean"')
    `,
    ['browser'],
  )
  expect(result).toBe('clean')
})

test('in a page, openCassette refuses text in another style or format and names parseCassette, which reads it', () => {
  const result = runWithout(
    /^msw(?:\/|$)/,
    `
      ${PAGE}
      const flow = JSON.stringify({ version: 2, interactions: [] })
      const refuse = (source) => {
        try { library.openCassette(source, { mode: 'replay' }) }
        catch ({ code, message }) { return { code, message } }
      }
      const parsed = library.openCassette(library.parseCassette(flow), { mode: 'replay' })
      print(JSON.stringify({ text: refuse(flow), path: refuse('a.yaml'), parsed: parsed.unplayed.length }))
    `,
    ['browser'],
  )
  expect(result).toEqual({
    text: {
      code: 'cassette_format',
      message:
        'Failed to read the cassette <text>: it is not a complete go-vcr version 2 file in the style of its writers. To keep pages ' +
        'small, openCassette reads nothing else here. Parse the text first: openCassette(parseCassette(text)).',
    },
    path: {
      code: 'cassette_unreadable',
      message:
        "Failed to open the cassette a.yaml: there is no file system here. Pass the cassette's text, or what parseCassette returned.",
    },
    parsed: 0,
  })
})
