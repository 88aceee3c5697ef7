import { expect, test } from 'vitest'
import { coversAllTests } from './covers-all-tests.ts'

type Config = Parameters<typeof coversAllTests>[0]

const config = (more: Partial<Config> = {}): Config =>
  ({ shard: null, grep: /.*/, grepInvert: null, ...more }) as Partial<Config> as Config
const command = (...args: string[]): string[] => ['node', '/project/node_modules/.bin/playwright', ...args]

test.each([[[]], [['-u']], [['--reporter=line', '--update-snapshots=all', '--workers=1', '--headed']]])(
  'the arguments %j run all tests',
  (args) => {
    expect(coversAllTests(config(), command('test', ...args))).toBe(true)
  },
)

test.each([
  [['weather.spec.js']],
  [['-g', 'greets']],
  [['--grep=greets']],
  [['--project=chromium']],
  [['--last-failed']],
  [['--only-changed']],
  [['--reporter', 'line']],
])('the arguments %j can leave out tests', (args) => {
  expect(coversAllTests(config(), command('test', ...args))).toBe(false)
})

test('a shard, a filter of the configuration and merged reports can lack tests', () => {
  const all = command('test')
  expect(coversAllTests(config({ shard: { current: 1, total: 2 } }), all)).toBe(false)
  expect(coversAllTests(config({ grep: /greets/ }), all)).toBe(false)
  expect(coversAllTests(config({ grepInvert: /slow/ }), all)).toBe(false)
  expect(coversAllTests(config(), command('merge-reports', 'blobs'))).toBe(false)
})
