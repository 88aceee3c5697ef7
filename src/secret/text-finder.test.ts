import { expect, test } from 'vitest'
import { TextFinder } from './text-finder.ts'

function find(texts: readonly string[], text: string): { start: number; text: string }[] {
  const finder = new TextFinder()
  for (const each of texts) finder.add(each)
  return finder.findIn(text)
}

test('finds each text at each of its places, from left to right', () => {
  expect(find(['tulip-4711', 'daisy-0815'], 'tulip-4711daisy-0815 and tulip-4711')).toEqual([
    { start: 0, text: 'tulip-4711' },
    { start: 10, text: 'daisy-0815' },
    { start: 25, text: 'tulip-4711' },
  ])
})

test('finds the longest of the texts with the same start, in any order of adding', () => {
  const texts = ['tulip-4711', 'tulip-4711-rose', 'tulip-47', 'tulip-4711']
  for (const order of [texts, texts.toReversed()]) {
    expect(find(order, 'tulip-4711-rose')).toEqual([{ start: 0, text: 'tulip-4711-rose' }])
    expect(find(order, 'tulip-4711-ros')).toEqual([{ start: 0, text: 'tulip-4711' }])
    expect(find(order, 'tulip-471')).toEqual([{ start: 0, text: 'tulip-47' }])
    expect(find(order, 'tulip-4')).toEqual([])
  }
})

test('a found text overlaps no other one', () => {
  expect(find(['abcdefgh', 'efghijkl', 'ijklmnop'], 'abcdefghijklmnop')).toEqual([
    { start: 0, text: 'abcdefgh' },
    { start: 8, text: 'ijklmnop' },
  ])
  expect(find(['aaaaaaaa'], 'a'.repeat(17))).toEqual([
    { start: 0, text: 'aaaaaaaa' },
    { start: 8, text: 'aaaaaaaa' },
  ])
})

test('finds texts with letters of any alphabet', () => {
  expect(find(['пароль-4711', '密码密码密码密码'], 'мой пароль-4711, 密码密码密码密码')).toEqual([
    { start: 4, text: 'пароль-4711' },
    { start: 17, text: '密码密码密码密码' },
  ])
})

test('finds each of many texts, whenever it was added', () => {
  const texts = Array.from({ length: 1000 }, (_, index) => `${index * 7919}-tulip-${index}`)
  for (const count of [1, 255, 256, 257, 258, 1000]) {
    const added = texts.slice(0, count)
    expect(find(added, texts.join(' ')).map(({ text }) => text)).toEqual(added)
  }
})
