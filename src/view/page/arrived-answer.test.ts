import { expect, test } from 'vitest'
import type { TextPart } from '../list-text-parts.ts'
import type { ViewEvent } from '../view-data.ts'
import { cutToArrived, listPieces } from './arrived-answer.ts'

const parts: readonly TextPart[] = [
  { kind: 'reasoning', text: 'Hm.' },
  { kind: 'text', text: 'Hello.' },
]
const event = (...progress: [text: number, length: number][]): ViewEvent => ({
  bytes: 1,
  from: 0,
  to: 1,
  ...(progress.length > 0 && { progress }),
})
const events = [event([0, 2]), event(), event([0, 3], [1, 2]), event([1, 6])]

test('an answer is shown as far as it has arrived, and a part that has not begun is not shown', () => {
  const textsAfter = (count: number): string[] =>
    cutToArrived(parts, events.slice(0, count), 'more').map(({ text }) => text)
  expect([0, 1, 2, 3, 4].map(textsAfter)).toEqual([[], ['Hm'], ['Hm'], ['Hm.', 'He'], ['Hm.', 'Hello.']])
})

test('after the last event, the whole answer has arrived, also parts that no event could be matched with', () => {
  expect(cutToArrived(parts, [], 'none')).toEqual(parts)
})

test('each event shows the pieces that it brought', () => {
  expect(listPieces(parts, events)).toEqual(['Hm', '', '. He', 'llo.'])
  expect(listPieces([], events)).toEqual(['', '', ' ', ''])
})
