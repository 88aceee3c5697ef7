import { spawnSync } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { isAlive } from './is-alive.ts'

test('this process and its parent are alive, and one that has ended is not', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  expect([process.pid, process.ppid, pid].map(isAlive)).toEqual([true, true, false])
})

test('a process of another user is alive, although no signal can be sent to it', () => {
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
  })
  expect(isAlive(1)).toBe(true)
  kill.mockRestore()
})
