import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../temp-folder.ts'
import { walkThrough } from './walk-through.ts'

const README = readFileSync('README.md', 'utf8')

test('a newcomer who copies the README into an empty folder records, replays, commits, runs CI and sees a mismatch', async () => {
  const folder = join(makeTempFolder())
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  const path = README.slice(README.indexOf('## First test'), README.indexOf('## Runners and clients'))
  expect(await walkThrough(path, folder)).toBe(7)
  expect(readdirSync(join(folder, '__cassettes__/greet.test.ts'))).toEqual(['says-hi.yaml'])
  const committed = execFileSync('git', ['show', '--stat', 'HEAD'], { cwd: folder, encoding: 'utf8' })
  expect(committed).toContain('__cassettes__/greet.test.ts/says-hi.yaml')
}, 120_000)
