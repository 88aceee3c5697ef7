import { expect, test } from 'vitest'
import { CassetteOptionError } from '../errors/errors.ts'
import { stringifyCassette } from './stringify-cassette.ts'

test('writes go-vcr 2 by default', () => {
  const cassette = { interactions: [] }
  expect(stringifyCassette(cassette)).toBe(stringifyCassette(cassette, { format: 'go-vcr-2' }))
})

test.each(['nock', 'toString', 'HAR'])('refuses the format %s, which is not written', (format) => {
  expect(() => stringifyCassette({ interactions: [] }, { format: format as never })).toThrow(
    new CassetteOptionError(
      'format',
      `The option "format" is "${format}", and must be one of 'go-vcr-2', 'har', 'vcrpy'.`,
    ),
  )
})

test('refuses an unknown option', () => {
  expect(() => stringifyCassette({ interactions: [] }, { to: 'har' } as never)).toThrow(
    new CassetteOptionError('to', 'Unknown option "to". Known: format.'),
  )
})

test.each([
  [undefined, 'The option "cassette" is undefined, and must be an object.'],
  [{ interactions: 'x' }, 'The option "cassette.interactions" is "x", and must be a list.'],
  [{ interactions: [{}] }, 'The option "cassette.interactions[0].request" is undefined, and must be an object.'],
])('refuses %j, which is not a cassette', (cassette, message) => {
  expect(() => stringifyCassette(cassette as never)).toThrow(
    expect.objectContaining({ code: 'cassette_option', message }),
  )
})
