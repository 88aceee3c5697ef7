import { expect, test } from 'vitest'
import { UsageError } from '../command.ts'
import { readFault } from './read-fault.ts'

test.each([
  ['at=0,status=429', { at: 0, status: 429 }],
  [' at=1, cutAfter=2, cutAs=end', { at: 1, cutAfter: 2, cutAs: 'end' }],
  ['chance=0.5,seed=-1,connection=reset', { chance: 0.5, seed: -1, connection: 'reset' }],
  ['at=0,status=500,body=a=b', { at: 0, status: 500, body: 'a=b' }],
  ['{"at":0,"stallAfter":{"bytes":10}}', { at: 0, stallAfter: { bytes: 10 } }],
])('reads %s', (text, fault) => {
  expect(readFault(text)).toEqual(fault)
})

test.each(['', 'at', 'at=', '=1', 'at=0,', '{', '{"at":0', '[{"at":0}]', 'null'])('refuses %j', (text) => {
  expect(() => readFault(text)).toThrow(UsageError)
})
