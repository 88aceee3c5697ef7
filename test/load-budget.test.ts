import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The files that code loads in addition to MSW's, as paths relative to this package. */
function filesLoadedBy(code: string): string[] {
  const program = `
    import { registerHooks } from 'node:module'
    import 'msw'
    import 'msw/node'
    registerHooks({
      load(url, context, next) {
        if (url.startsWith('file:')) console.log(url)
        return next(url, context)
      },
    })
    ${code}
  `
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: root })
  return String(output)
    .split('\n')
    .filter((line) => line.startsWith('file:'))
    .map((url) => fileURLToPath(url).slice(root.length))
}

const replay = `
  const { openCassette } = await import('./dist/index.js')
  const session = openCassette('fixtures/go-vcr-v2/openai-chat.yaml', { mode: 'replay' })
  if (session.unplayed.length === 0) throw new Error('not loaded')
`

test('replaying a cassette loads few files, and neither the YAML package nor the other formats', () => {
  const files = filesLoadedBy(replay)
  expect(files).toContain('dist/index.js')
  expect(files.filter((file) => !file.startsWith('dist/'))).toEqual([])
  expect(files).not.toContain('dist/shared/formats.cjs')
  expect(files.length).toBeLessThanOrEqual(4)
})

test('a cassette in another format loads the formats, and JSON does not load the YAML package', () => {
  const files = filesLoadedBy(replay.replace('go-vcr-v2/openai-chat.yaml', 'har/polly-openai-chat.har'))
  expect(files).toContain('dist/shared/formats.cjs')
  expect(files.filter((file) => !file.startsWith('dist/'))).toEqual([])
})

test('the files loaded to replay a cassette stay within their budget', () => {
  const files = filesLoadedBy(replay)
  expect(files).toContain('dist/index.js')
  const bytes = files.reduce((sum, file) => sum + readFileSync(`${root}/${file}`).length, 0)
  // A fifth of it is redaction, which compares requests: its rules for credentials grow.
  // Samples are loaded on demand, except for the key of the file, the check of the option, and the class of the error.
  // So is everything of a setup that answers without MSW, except the watch for requests that bypass it.
  // The frames of a WebSocket are read, written and redacted with the rest of a cassette. `session.WebSocket` is a class that a caller
  // constructs synchronously, `http.request` is replaced before a client can call it, and WebSockets that MSW 2 refuses are watched: all
  // load the rest on demand.
  // A cassette that a program passes is checked like an option.
  expect(bytes).toBeLessThan(356 * 1024)
})

test('importing the entry without MSW loads no client of the network, and reads no stack', () => {
  const output = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `
        Error.prepareStackTrace = (_, frames) => (console.log('a stack'), frames.join('\\n'))
        const before = process.moduleLoadList.length
        await import('./dist/without-msw.js')
        for (const name of process.moduleLoadList.slice(before)) console.log(name)
      `,
    ],
    { cwd: root },
  )
  const loaded = String(output).split('\n')
  expect(loaded).toContain('NativeModule os')
  expect(loaded.filter((name) => /stack|NativeModule (?:https?|http2|tls|net|zlib)$/.test(name))).toEqual([])
})

test.each(commands)('the help of $name loads neither its code nor the library', ({ name }) => {
  const files = filesLoadedBy(`
    process.argv = [process.argv[0], 'dist/cli/main.js', '${name}', '--help']
    await import('./dist/cli/main.js')
  `).filter((file) => file.endsWith('.js'))
  expect(files).toContain('dist/cli/main.js')
  expect(files).not.toContain('dist/shared/core.js')
  expect(files.length).toBeLessThanOrEqual(5)
})
