import { test } from 'msw-cassette/vitest'
import { expect } from 'vitest'
import { classify } from './classify.ts'

test.samples(
  'recognizes a bad review',
  { samples: 5, atLeast: 4, meta: { cassette: true } },
  async () => {
    expect(await classify('It broke on the first day.')).toBe('bad')
  },
)
