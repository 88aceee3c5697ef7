import { expect, test } from 'vitest'
import { CassetteNotFoundError, CassetteSaveError } from '../errors/errors.ts'
import { describeSystemError, systemErrorCode, wrapSaveErrors } from './system-error.ts'

const systemError = (code: string): Error => Object.assign(new Error(`${code}: it failed`), { code })

test('the code of an error is known only for system errors', () => {
  expect([systemError('ENOENT'), new Error('ENOENT'), { code: 'ENOENT' }, undefined].map(systemErrorCode)).toEqual([
    ...['ENOENT', undefined, undefined, undefined],
  ])
})

test('usual system errors are explained, and all others described by their own message', () => {
  expect([systemError('ENOSPC'), systemError('EIO'), new Error('odd'), 'text'].map(describeSystemError)).toEqual([
    ...['the disk is full', 'EIO: it failed', 'odd', 'text'],
  ])
})

test('an error of a file operation becomes one that names the cassette, and an error of this library stays', () => {
  const cause = systemError('EROFS')
  const own = new CassetteNotFoundError('a.yaml', 'There is none.')
  const errorOf = (thrown: Error): unknown => {
    try {
      return wrapSaveErrors('a.yaml', () => {
        throw thrown
      })
    } catch (error) {
      return error
    }
  }
  const wrapped = errorOf(cause)
  expect(wrapped).toBeInstanceOf(CassetteSaveError)
  expect(wrapped).toMatchObject({
    file: 'a.yaml',
    message: 'Failed to write the cassette a.yaml: the file system is read-only.',
    cause,
  })
  expect([errorOf(own), wrapSaveErrors('a.yaml', () => 5)]).toEqual([own, 5])
})
