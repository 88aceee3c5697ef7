import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

test('a session that records nothing leaves no folder behind, and keeps folders that existed', async () => {
  const folder = makeTempFolder()
  mkdirSync(join(folder, 'kept/empty'), { recursive: true })
  for (const path of ['kept/new/deep/a.yaml', 'kept/empty/a.yaml', 'new/a.yaml']) {
    const session = openCassette(join(folder, path), { mode: 'once' })
    await session.close()
  }
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['kept', 'kept/empty'])
})

test('a recording creates the folders that it needs', async () => {
  await using upstream = await startServer((_request, response) => void response.end('hi'))
  const file = join(makeTempFolder(), 'new/deep/a.yaml')
  await using session = openCassette(file, { mode: 'once', hosts: [upstream.host] })
  await (await session.fetch(upstream.origin)).text()
  await session.close()
  expect(existsSync(file)).toBe(true)
})

test('processes can create and remove the same folder simultaneously', async () => {
  await using upstream = await startServer((_request, response) => void response.end('hi'))
  const program = fileURLToPath(new URL('open-many.ts', import.meta.url))
  const folder = join(makeTempFolder(), 'new')
  const children = ['a', 'b'].map((name) =>
    spawn(process.execPath, [program, folder, name, upstream.origin], { stdio: 'inherit' }),
  )
  expect(await Promise.all(children.map((child) => once(child, 'close')))).toEqual([
    [0, null],
    [0, null],
  ])
  expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml'])
})
