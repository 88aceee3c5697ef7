import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringifyCassette } from 'msw-cassette'
import { cassetteOf, events, requestBody, url } from '../data/exchange.ts'

const FILES = 20
const TESTS = 10
const EVENTS = 40
const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Writes a Vitest project of 20 files with 10 tests each, in which each test reads a stream.
 *
 * @param folder where
 * @param kind with the plugin and a cassette for each test, or with a handler in a setup file, as one writes it by hand
 */
export function makeSuite(folder: string, kind: 'plugin' | 'hand-written'): void {
  const meta = kind === 'plugin' ? '{ meta: { cassette: true } }, ' : ''
  const test = (index: number): string =>
    `test('reads ${index}', ${meta}async () => {
  const response = await fetch('${url}', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  let text = ''
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) text += piece
  expect(text.match(/^data: /gm)).toHaveLength(${EVENTS})
})`
  const tests = Array.from({ length: TESTS }, (_, index) => test(index)).join('\n')
  const body = `const body = ${JSON.stringify(requestBody(0))}`
  const cassette = stringifyCassette(cassetteOf(1, EVENTS))
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  for (const name of ['msw', 'vitest', 'vite', 'yaml']) link(join(root, 'node_modules', name), folder, name)
  // A copy: what is linked does not lie below node_modules, and Vite would transform all of it.
  for (const part of ['dist', 'package.json'])
    cpSync(join(root, part), join(folder, 'node_modules/msw-cassette', part), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  for (let file = 0; file < FILES; file++) {
    writeFileSync(join(folder, `${file}.test.ts`), `import { expect, test } from 'vitest'\n${body}\n${tests}\n`)
    if (kind === 'hand-written') continue
    const cassettes = join(folder, '__cassettes__', `${file}.test.ts`)
    mkdirSync(cassettes, { recursive: true })
    for (let index = 0; index < TESTS; index++) writeFileSync(join(cassettes, `reads-${index}.yaml`), cassette)
  }
  if (kind === 'hand-written') writeFileSync(join(folder, 'setup.ts'), handWrittenSetup())
  writeFileSync(join(folder, 'vitest.config.ts'), config(kind))
}

function config(kind: 'plugin' | 'hand-written'): string {
  if (kind === 'hand-written') return "export default { test: { setupFiles: ['./setup.ts'], reporters: ['dot'] } }\n"
  return `import { cassettes } from 'msw-cassette/vitest'
export default { plugins: [cassettes()], test: { reporters: ['dot'] } }
`
}

function handWrittenSetup(): string {
  return `import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll } from 'vitest'
const chunks = ${JSON.stringify(events(EVENTS))}
const server = setupServer(http.post('${url}', () => {
  const encoder = new TextEncoder()
  const body = new ReadableStream({ start(controller) {
    for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
    controller.close()
  } })
  return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } })
}))
beforeAll(() => server.listen())
afterAll(() => server.close())
`
}

function link(target: string, folder: string, name: string): void {
  symlinkSync(target, join(folder, 'node_modules', name), 'junction')
}
