import { afterEach, expect, test } from 'vitest'
import { inheritPreload } from './inherit-preload.ts'

const { execArgv } = process
const before = [...execArgv]
const { NODE_OPTIONS } = process.env

afterEach(() => {
  execArgv.splice(0, execArgv.length, ...before)
  if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS
  else process.env.NODE_OPTIONS = NODE_OPTIONS
})

/** Sets the options of a process and converts them. */
function inherit(options: string, args: readonly string[]): { options: string | undefined; args: readonly string[] } {
  process.env.NODE_OPTIONS = options
  execArgv.splice(0, execArgv.length, ...args)
  inheritPreload('file:///lib/register.js')
  return { options: process.env.NODE_OPTIONS, args: [...execArgv] }
}

test('child processes get the URL of the library instead of its name', () => {
  const replaced = '--import=file:///lib/register.js'
  expect([
    inherit('--import msw-cassette/register', ['--import', 'msw-cassette/register']),
    inherit('--import="msw-cassette/register" --inspect', ['--import=msw-cassette/register', '--inspect']),
    inherit('--inspect -r msw-cassette/register', ['--inspect', '-r', 'msw-cassette/register']),
    inherit('--require msw-cassette/register --import tsx', ['--import', 'tsx', '--require', 'msw-cassette/register']),
  ]).toEqual([
    { options: replaced, args: [replaced] },
    { options: `${replaced} --inspect`, args: [replaced, '--inspect'] },
    { options: `--inspect ${replaced}`, args: ['--inspect', replaced] },
    { options: `${replaced} --import tsx`, args: ['--import', 'tsx', replaced] },
  ])
})

test('other options and other files of this name are kept', () => {
  const kept = { options: '--import ./msw-cassette/register', args: ['--import', 'tsx', 'msw-cassette/register'] }
  expect(inherit(kept.options, kept.args)).toEqual(kept)
})
