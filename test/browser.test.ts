import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs code against the browser build without Node's modules and globals. Returns the JSON that the code prints. */
function runAsInBrowser(code: string): unknown {
  const program = `
    import { readFileSync } from 'node:fs'
    import { registerHooks } from 'node:module'
    const print = console.log
    const cassette = readFileSync('fixtures/go-vcr-v2/openai-chat-tools-streaming.yaml', 'utf8')
    registerHooks({
      resolve(name, context, next) {
        if (name.startsWith('node:') || name === 'msw/node') throw new Error('imported ' + name)
        return next(name, context)
      },
    })
    // MSW and Node's fetch need the globals that are deleted below. Node initializes fetch on its first use.
    await import('msw')
    await fetch('data:,')
    for (const name of ['process', 'setImmediate', 'global']) delete globalThis[name]
    const library = await import('msw-cassette')
    ${code}
  `
  const output = execFileSync(process.execPath, ['--conditions=browser', '--input-type=module', '--eval', program], {
    cwd: root,
  })
  return JSON.parse(String(output))
}

test('in a browser, the main entry replays the text of a cassette event by event', () => {
  expect(
    runAsInBrowser(`
      const session = library.openCassette(cassette, { mode: 'replay' })
      const { url, method, body } = session.unplayed[0].request
      const response = await session.fetch(url, { method, body, headers: { 'content-type': 'application/json' } })
      let reads = 0
      for await (const _ of response.body) reads++
      print(JSON.stringify({ status: response.status, reads, unplayed: session.unplayed.length }))
    `),
  ).toEqual({ status: 200, reads: 5, unplayed: 0 })
})

test('in a browser, the YAML package reads the cassettes that the fast reader does not', () => {
  expect(
    runAsInBrowser(
      `print(JSON.stringify(library.parseCassette(cassette.replace('---', '--- # by hand')).interactions.length))`,
    ),
  ).toBe(1)
})

test('in a browser, opening a file fails and the message says why', () => {
  expect(
    runAsInBrowser(`
      try { library.openCassette('a.yaml', { mode: 'replay' }) }
      catch ({ name, code, message }) { print(JSON.stringify({ name, code, message })) }
    `),
  ).toEqual({
    name: 'CassetteUnreadableError',
    code: 'cassette_unreadable',
    message:
      "Failed to open the cassette a.yaml: there is no file system here. Pass the cassette's text, or what parseCassette returned.",
  })
})
