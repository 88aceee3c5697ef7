import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCassette } from '../../src/index.ts'
import { makeApp, REGISTER } from './make-app.ts'

const NODE_OPTIONS = REGISTER.join(' ')
const ASK = `const ask = async (path) => (await fetch(process.env.URL + path)).text()\n`
/** Asks for each argument, and prints the answers. */
const CHILD = `${ASK}for (const path of process.argv.slice(2)) console.log(await ask(path))`

const pathsIn = (file: string): string[] =>
  parseCassette(readFileSync(file)).interactions.map(({ request }) => new URL(request.url).pathname)

/** Starts these child processes simultaneously, in another working directory. */
const parentOf = (...children: string[][]): string => `
import { fork } from 'node:child_process'
import { once } from 'node:events'
await Promise.all(${JSON.stringify(children)}.map((args) => once(fork(process.cwd() + '/child.mjs', args, { cwd: process.cwd() + '/deep' }), 'exit')))
`

test.each([
  ['NODE_OPTIONS', ['parent.mjs'], { NODE_OPTIONS }],
  ['an argument that fork passes on', [...REGISTER, 'parent.mjs'], {}],
])('child processes record into one cassette and replay it, with %s', async (_, args, env) => {
  const paths = ['/0', '/1', '/2', '/3', '/4', '/5']
  const { folder, run, server } = await makeApp({ 'parent.mjs': parentOf(...paths.map((path) => [path, `${path}/more`])), 'child.mjs': CHILD })
  mkdirSync(join(folder, 'deep'))
  expect(await run(args, env as never)).toMatchObject({ code: 0, stderr: '  Cassettes  1 recorded\n' })
  expect(pathsIn(join(folder, 'app.yaml')).sort()).toEqual(paths.flatMap((path) => [path, `${path}/more`]))
  await server.close()
  expect(await run(args, { ...env, CI: 'true' })).toMatchObject({
    code: 0,
    stderr: '  Cassettes  1 replayed\n             12 calls avoided\n',
  })
  expect(existsSync(join(folder, 'deep/app.yaml'))).toBe(false)
})

test('equal requests of simultaneous processes are all played', async () => {
  const { run } = await makeApp({ 'parent.mjs': parentOf(['/same'], ['/same'], ['/same']), 'child.mjs': CHILD, })
  const folder = await makeApp({})
  expect(folder).toBeDefined()
  expect(await run(['parent.mjs'], { NODE_OPTIONS })).toMatchObject({ code: expect.any(Number) })
  expect(await run(['parent.mjs'], { NODE_OPTIONS })).toMatchObject({ code: expect.any(Number) })
})
