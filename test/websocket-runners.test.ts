import { globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installPackages } from './examples/install-example.ts'
import { runCommand } from './examples/run-node.ts'
import { startWebSocketServer } from './start-web-socket-server.ts'
import { makeTempFolder } from './temp-folder.ts'

/** Sends a frame with both clients, and compares the answers. */
const program = (runner: string, url: string, host: string): string => `
import assert from 'node:assert/strict'
import { WebSocket as WsClient } from 'ws'
import { test, withCassette } from './runner.js'

const ask = (Client) => new Promise((resolve, reject) => {
  const socket = new Client('${url}')
  socket.onopen = () => socket.send('hi from ${runner}')
  socket.onerror = ({ message }) => reject(new Error(message))
  socket.onmessage = ({ data }) => {
    socket.close()
    resolve(data)
  }
})

test('talks', withCassette({ hosts: ['${host}'] }, async () => {
  assert.equal(await ask(WebSocket), 'HI FROM ${runner.toUpperCase()}')
  assert.equal(await ask(WsClient), 'HI FROM ${runner.toUpperCase()}')
}))
`

const runners: Record<string, { readonly command: string; readonly runner: string; readonly config?: string }> = {
  jest: {
    command: 'NODE_OPTIONS=--experimental-vm-modules jest',
    runner: "export { withCassette } from 'msw-cassette/jest'\nexport const test = globalThis.test",
    config: "export default { preset: 'msw-cassette', testEnvironment: 'node', transform: {} }",
  },
  'node:test': {
    command: 'node --test',
    runner: "export { withCassette } from 'msw-cassette/node-test'\nexport { test } from 'node:test'",
  },
}

test.each(Object.entries(runners))(
  'in %s, WebSockets of both kinds are recorded, and replayed without the network',
  async (name, { command, runner, config = '' }) => {
    const folder = makeTempFolder()
    installPackages(folder, ['msw', 'msw-cassette', 'ws', 'jest'])
    const upstream = await startWebSocketServer((socket) => {
      socket.on('message', (data) => socket.send(String(data).toUpperCase()))
    })
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'runner.js'), runner)
    writeFileSync(join(folder, 'jest.config.js'), config)
    writeFileSync(join(folder, 'talk.test.js'), program(name, upstream.url, upstream.host))
    const recorded = await runCommand(folder, command)
    expect({ ...recorded, handshakes: upstream.handshakes.length }).toMatchObject({ exitCode: 0, handshakes: 2 })
    await upstream.close()
    expect(globSync('__cassettes__/**/*.yaml', { cwd: folder })).toHaveLength(1)
    expect(await runCommand(folder, command, { CI: '1' })).toMatchObject({ exitCode: 0 })
  },
  60_000,
)
