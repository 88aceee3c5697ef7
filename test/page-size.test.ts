import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'

/** A page that replays a cassette without MSW. */
const PAGE = `
  import { openCassette } from 'msw-cassette/fetch'
  globalThis.open = openCassette
`

/** Bundles the page, and returns its files: the one that it loads from the start, and those that it loads on demand. */
async function bundlePage(): Promise<{ start: string; onDemand: string[] }> {
  const bundle = await rolldown({
    input: 'page',
    platform: 'browser',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? '\0page' : null),
        load: (id) => (id === '\0page' ? PAGE : null),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true })
  const [{ code }, ...others] = output
  return { start: code, onDemand: others.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])) }
}

test('a page that replays stays within its budget, and loads redaction, recording and the diagnosis on demand', async () => {
  const { start, onDemand } = await bundlePage()
  // Faults, streams that a test controls and healing are loaded on demand. A session's checks of them are part of the start.
  // The frames of a WebSocket are read with their file, and `session.WebSocket` is a class that a caller constructs synchronously.
  expect(start.length).toBeLessThan(101 * 1024)
  expect(gzipSync(start).length).toBeLessThan(38 * 1024)
  // They belong to redaction, to recording, and to the advice on a mismatch.
  const texts = ['set-cookie', 'x-goog-upload-status', 'makes the request match']
  expect(texts.filter((text) => start.includes(text))).toEqual([])
  expect(texts.filter((text) => onDemand.some((code) => code.includes(text)))).toEqual(texts)
})
