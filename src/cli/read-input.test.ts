import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteFormatError, CassetteParseError } from '../errors/errors.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { isOtherFile, noCassette, readInput, toFailure } from './read-input.ts'

function write(name: string, text: string): { file: string; path: string } {
  const file = join(makeTempFolder(), name)
  writeFileSync(file, text)
  return { file, path: name }
}

function errorOf(input: { file: string; path: string }): unknown {
  try {
    readInput(input)
    return undefined
  } catch (error) {
    return error
  }
}

test('the cassette of a file has the path that the user gave', () => {
  const { format, path, interactions } = readInput(
    write('a.yaml', stringifyCassette(buildCassette({ url: 'https://a.test/' }))),
  )
  expect({ format, path, urls: interactions.map(({ request }) => request.url) }).toEqual({
    format: 'go-vcr-2',
    path: 'a.yaml',
    urls: ['https://a.test/'],
  })
})

test('a file that was removed meanwhile is a failure', () => {
  const input = { file: join(makeTempFolder(), 'gone.yaml'), path: 'gone.yaml' }
  expect(toFailure(errorOf(input), input, 'show')).toEqual({
    path: 'gone.yaml',
    message: 'Failed to show gone.yaml: there is no such file.',
  })
})

test('a file that is no cassette is skipped in a folder, and not if the user named it', () => {
  const input = write('config.yaml', 'port: 8080\n')
  const error = errorOf(input)
  expect(error).toBeInstanceOf(CassetteFormatError)
  expect(isOtherFile(error, input, ['.'])).toBe(true)
  expect(isOtherFile(error, input, ['.', 'config.yaml'])).toBe(false)
})

test('a cassette that is broken, or of a version that is not read, is never skipped', () => {
  const broken = write('broken.yaml', 'version: 2\ninteractions:\n- request: 1\n')
  expect(errorOf(broken)).toBeInstanceOf(CassetteParseError)
  expect(isOtherFile(errorOf(broken), broken, ['.'])).toBe(false)
  const future = write('future.yaml', 'version: 9\ninteractions: []\n')
  expect(isOtherFile(errorOf(future), future, ['.'])).toBe(false)
  expect(isOtherFile(new Error('no permission'), future, ['.'])).toBe(false)
})

test('the failure of a broken cassette has the code of its error', () => {
  const input = write('broken.yaml', 'version: 2\ninteractions:\n- request: 1\n')
  expect(toFailure(errorOf(input), input, 'show')).toEqual({
    path: 'broken.yaml',
    code: 'cassette_invalid',
    message: expect.stringMatching(/^Failed to read the cassette broken\.yaml:3:12: .*must be a map, and is 1/),
  })
})

test('paths without a cassette are named together', () => {
  expect(noCassette(['a', 'b/*.yaml'])).toEqual({
    path: 'a, b/*.yaml',
    message: 'Failed to find a cassette in a, b/*.yaml: none of the files there is one.',
  })
})
