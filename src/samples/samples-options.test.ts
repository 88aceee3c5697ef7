import { expect, test } from 'vitest'
import { CassetteOptionError } from '../errors/errors.ts'
import { resolveSamples, type SamplesOptions } from './samples-options.ts'

test('the options of the test come before that of the cassette, and all samples have to pass', () => {
  expect(resolveSamples({ samples: 3 }, 5)).toEqual({ samples: 3, atLeast: 3 })
  expect(resolveSamples({}, 5)).toEqual({ samples: 5, atLeast: 5 })
  expect(resolveSamples({ atLeast: 1 }, 5)).toEqual({ samples: 5, atLeast: 1 })
})

test.each<[object, string]>([
  [{}, 'test.samples needs the number of samples'],
  [{ samples: 0 }, 'The option "samples" is 0, and must be a whole number from 1 to 100.'],
  [{ samples: 101 }, 'The option "samples" is 101, and must be'],
  [{ samples: '3' }, 'The option "samples" is "3", and must be'],
  [{ samples: 3, atLeast: 0 }, 'The option "atLeast" is 0, and must be a whole number from 1 to 100.'],
  [{ samples: 3, atLeast: 2.5 }, 'The option "atLeast" is 2.5, and must be'],
  [{ samples: 3, atLeast: 4 }, 'The option "atLeast" is 4, and there are only 3 samples.'],
  [{ samples: 3, least: 2 }, 'Unknown option "least". Known: samples, atLeast.'],
])('%j is refused', (options, message) => {
  const resolve = (): unknown => resolveSamples(options as SamplesOptions, undefined)
  expect(resolve).toThrow(CassetteOptionError)
  expect(resolve).toThrow(message)
})
