import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const { getBuiltinModule } = process

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  Reflect.set(process, 'getBuiltinModule', getBuiltinModule)
  vi.useRealTimers()
})

/** Loads the module as Node or a page does. */
async function load(platform: 'Node' | 'a page'): Promise<() => Promise<void>> {
  if (platform === 'a page') Reflect.deleteProperty(process, 'getBuiltinModule')
  const { tick } = await import('./tick.ts')
  return tick
}

const platforms = ['Node', 'a page'] as const

test.each(platforms)('in %s, a tick ends after all microtasks, however many follow each other', async (platform) => {
  const tick = await load(platform)
  let microtasks = 0
  const ended = tick().then(() => microtasks)
  for (let index = 0; index < 1_000; index++) await Promise.resolve().then(() => microtasks++)
  expect(await ended).toBe(1_000)
})

test.each(platforms)('in %s, ticks end in the order in which they began, while others begin', async (platform) => {
  const tick = await load(platform)
  const order: string[] = []
  const run = async (name: string): Promise<void> => {
    for (const round of [1, 2, 3]) {
      await tick()
      order.push(`${name}${round}`)
    }
  }
  await Promise.all([run('a'), run('b'), run('c')])
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3'])
  await run('d')
  expect(order.slice(9)).toEqual(['d1', 'd2', 'd3'])
})

test.each(platforms)('in %s, the fake timers of a test do not stop a replay', async (platform) => {
  const tick = await load(platform)
  vi.useFakeTimers()
  await tick()
  expect(vi.getTimerCount()).toBe(0)
})

test('a port keeps the process running only while a tick is awaited', async () => {
  const ports = (): number => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
  const before = ports()
  const tick = await load('a page')
  const ticks = [tick(), tick()]
  const during = ports()
  await ticks[0]
  const between = ports()
  await ticks[1]
  expect([during, between, ports()].map((count) => count - before)).toEqual([1, 1, 0])
  const again = tick()
  expect(ports() - before).toBe(1)
  await again
  expect(ports() - before).toBe(0)
})
