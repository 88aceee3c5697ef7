import { expect, test } from 'vitest'
import { greet } from './greet.ts'

test.each(['Portuguese', 'Spanish'])(
  'says hi in %s',
  {
    meta: { cassette: true },
  },
  async (language) => {
    expect(await greet(language)).not.toBe('')
  },
)
