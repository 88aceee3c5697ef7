import { expect, test } from 'vitest'
import { writeHeadline } from './headline.ts'

const textOf = (line: ReturnType<typeof writeHeadline>): string =>
  [line]
    .flat()
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')

const facts = { index: 3, method: 'POST', url: 'https://api.test/v1', status: 200 }

test('names the sample of an interaction, in plain form too', () => {
  expect(textOf(writeHeadline({ ...facts, sample: 2 }, 'plain'))).toBe('POST api.test/v1 200 sample 2')
  expect(textOf(writeHeadline({ ...facts, sample: 2, tokens: 5 }, 'screen'))).toBe(
    '#3 POST api.test/v1 200 sample 2 5 tokens',
  )
})

test('shows what is known of an answer', () => {
  const known = { ...facts, status: 0, model: 'm', total: 412, firstEvent: 180 }
  expect(textOf(writeHeadline(known, 'screen'))).toBe('#3 POST api.test/v1 m no response 412 ms, first event 180 ms')
})
