import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createSocketPair } from './socket-pair.ts'

test('each end receives what the other one writes', async () => {
  const [client, server] = createSocketPair()
  client.end('to the server')
  server.end('to the client')
  expect(await Promise.all([text(server), text(client)])).toEqual(['to the server', 'to the client'])
})

test('both ends have the methods of a socket that node:http calls', () => {
  const calls = createSocketPair().map((end) =>
    ['setNoDelay', 'setTimeout', 'setKeepAlive', 'ref', 'unref'].map((name) => Reflect.get(end, name)() === end),
  )
  expect(calls).toEqual([
    [true, true, true, true, true],
    [true, true, true, true, true],
  ])
})

test('an end that is destroyed ends the other one, after that has received everything', async () => {
  const [client, server] = createSocketPair()
  server.write('last words')
  await setImmediate()
  server.destroy()
  expect(await text(client)).toBe('last words')
  await setImmediate()
  expect([client.destroyed, server.destroyed]).toEqual([true, true])
})

test('an end that has received its end already is destroyed with the other one', async () => {
  const [client, server] = createSocketPair()
  client.resume()
  server.end()
  await new Promise((resolve) => client.once('end', resolve))
  expect(client.destroyed).toBe(false)
  server.destroy()
  await setImmediate()
  await setImmediate()
  expect(client.destroyed).toBe(true)
})
