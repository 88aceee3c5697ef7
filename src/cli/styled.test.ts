import { expect, test } from 'vitest'
import { joinLines, styled, textOf } from './styled.ts'

test('the text of a line has no styles', () => {
  expect([textOf('plain'), textOf(['a ', styled('red', 'b'), styled('bold', '')]), textOf([])]).toEqual([
    'plain',
    'a b',
    '',
  ])
})

test('joined lines keep their styles', () => {
  expect(joinLines(['a', ['b ', styled('red', 'c')], '', [styled('dim', 'd')]])).toEqual([
    '',
    'a',
    '\n',
    'b ',
    { style: 'red', text: 'c' },
    '\n',
    '',
    '\n',
    { style: 'dim', text: 'd' },
  ])
})

test('joined lines have a line break between each other, and none at their ends', () => {
  expect([textOf(joinLines([])), textOf(joinLines(['a'])), textOf(joinLines(['a', ['b'], '']))]).toEqual([
    '',
    'a',
    'a\nb\n',
  ])
})
