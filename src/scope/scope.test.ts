import { expect, test } from 'vitest'
import { Scopes } from './scope.ts'

test('each asynchronous call sees its own member before those around it', async () => {
  const scopes = new Scopes<string>()
  scopes.current.members.add('process')
  const visible = (member: string): Promise<string[]> =>
    scopes.run(member, async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return scopes.visible()
    })
  expect(await Promise.all([visible('a'), visible('b')])).toEqual([
    ['a', 'process'],
    ['b', 'process'],
  ])
  expect(scopes.visible()).toEqual(['process'])
})

test('nested scopes are searched from the inside', () => {
  const scopes = new Scopes<string>()
  scopes.current.members.add('process')
  expect(scopes.run('outer', () => scopes.run('inner', () => scopes.visible()))).toEqual(['inner', 'outer', 'process'])
})

test('a given member comes first in its own scope, and is included even if no scope contains it', () => {
  const scopes = new Scopes<string>()
  for (const member of ['a', 'b', 'c']) scopes.current.members.add(member)
  expect(scopes.visible('b')).toEqual(['b', 'a', 'c'])
  expect(scopes.visible('x')).toEqual(['x', 'a', 'b', 'c'])
  expect(scopes.run('inner', () => scopes.visible('b'))).toEqual(['inner', 'b', 'a', 'c'])
})
