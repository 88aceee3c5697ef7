import { expect, test } from 'vitest'
import { splitCommand } from './run-command.ts'

test.each([
  [['a', '--json'], { own: ['a', '--json'], command: [] }],
  [['a', '--', 'vitest', 'run'], { own: ['a'], command: ['vitest', 'run'] }],
  [['--', 'npm', 'test', '--', '-u'], { own: [], command: ['npm', 'test', '--', '-u'] }],
  [['a', '--'], { own: ['a'], command: [] }],
  [[], { own: [], command: [] }],
])('the command of %j begins after the first two dashes', (args, expected) => {
  expect(splitCommand(args)).toEqual(expected)
})
