import { expect, test } from 'vitest'
import { adviseOnSharedName } from './advise-on-shared-name.ts'

test('two tests that would share a cassette need a name, and a title that Vitest cuts its index', () => {
  const advice = "Name one of them: { meta: { cassette: 'another-name' } }."
  expect(adviseOnSharedName('says hi')).toBe(advice)
  expect(adviseOnSharedName('says a long text that is …')).toBe(
    `Vitest cuts the values in the titles of test.each at 40 characters. Add the index to the title: test.each(…)('%# …', …). ${advice}`,
  )
})
