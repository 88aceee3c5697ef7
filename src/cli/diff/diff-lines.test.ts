import { expect, test } from 'vitest'
import { diffLines } from './diff-lines.ts'

const write = (a: string, b: string): string[] => diffLines(a, b).map(({ kind, text }) => `${kind} ${text}`)

test('compares sentences, with one sentence of context', () => {
  expect(write('One. Two. Three. Four. Five. Six. Seven.', 'One. 2. Three. Four. Five. Six. 7.')).toEqual([
    'same One.',
    'removed Two.',
    'added 2.',
    'same Three.',
    'gap ',
    'same Six.',
    'removed Seven.',
    'added 7.',
  ])
})

test('a text that only one side has is added or removed', () => {
  expect(write('', 'x')).toEqual(['added x'])
  expect(write('x', '')).toEqual(['removed x'])
})

test('texts with thousands of differences are shown one after the other, within a second', () => {
  const lines = (word: string): string => Array.from({ length: 5000 }, (_, index) => `${word} ${index}`).join('\n')
  expect(diffLines(lines('a'), lines('b')).length).toBe(10_000)
})
