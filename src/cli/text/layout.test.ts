import { expect, test } from 'vitest'
import { textOf } from '../styled.ts'
import { type Block, type Layout, layOut, toSentenceLines } from './layout.ts'

const screen: Layout = { form: 'screen', columns: 33 }
const plain: Layout = { form: 'plain', columns: 33 }
const texts = (blocks: readonly Block[], layout: Layout): string[] => layOut(blocks, layout).map(textOf)

test('a screen has wrapped text next to a column of labels', () => {
  const blocks = [
    { label: 'user', text: 'How warm is it in Lisbon?\n\n  Tell me.\n' },
    { label: 'a very long label', text: 'x' },
    { text: '\ttab' },
  ]
  expect(texts(blocks, screen)).toEqual([
    '  user       How warm is it in',
    '             Lisbon?',
    '',
    '               Tell me.',
    '  a very long label x',
    '               tab',
  ])
})

test('plain text has a line for each sentence, and is never wrapped', () => {
  const text = 'One. Two?  Three!\r\n一。二。\rhttps://a.test/x.y e.g. this'
  expect(texts([{ label: 'user', text }], plain)).toEqual([
    '  user       One.',
    '             Two?',
    '              Three!',
    '             一。',
    '             二。',
    '             https://a.test/x.y e.g.',
    '             this',
  ])
})

test('output that is not a screen is not wrapped', () => {
  const text = 'word '.repeat(100).trim()
  expect(texts([{ text }], { form: 'screen', columns: Number.POSITIVE_INFINITY })).toEqual([`${' '.repeat(13)}${text}`])
})

test('a screen that is too narrow does not split each word', () => {
  expect(texts([{ text: 'twenty characters ok' }], { form: 'screen', columns: 5 })).toEqual([
    `${' '.repeat(13)}twenty characters ok`,
  ])
})

test('long encoded data is shown by its length and its digest', () => {
  const data = (letter: string): string => `data:image/png;base64,${letter.repeat(1001)}== end`
  const [a, b] = [toSentenceLines(data('a')), toSentenceLines(data('b'))]
  expect(a).toEqual([expect.stringMatching(/^data:image\/png;base64,\(1003 characters, sha256 [\da-f]{12}\) end$/)])
  expect(a).not.toEqual(b)
  expect(toSentenceLines('')).toEqual([])
})
