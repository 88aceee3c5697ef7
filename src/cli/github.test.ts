import { expect, test } from 'vitest'
import { annotation } from './github.ts'

test('an annotation marks a line and a column of a file', () => {
  const text = annotation({
    level: 'error',
    file: 'test/a.yaml',
    line: 3,
    column: 12,
    title: 'edited',
    message: 'Edited.',
  })
  expect(text).toBe('::error file=test/a.yaml,line=3,col=12,title=edited::Edited.')
})

test('an annotation of a whole file has no line', () => {
  const text = annotation({ level: 'notice', file: 'a.yaml', title: 'unused', message: 'Unused.' })
  expect(text).toBe('::notice file=a.yaml,title=unused::Unused.')
})

test('no file name, title or message can end its property, or begin another command', () => {
  const hostile = 'a,b:c%\r\n::set-output name=x::y'
  expect(annotation({ level: 'warning', file: hostile, line: 1, title: hostile, message: hostile })).toBe(
    '::warning file=a%2Cb%3Ac%25%0D%0A%3A%3Aset-output name=x%3A%3Ay,line=1,' +
      'title=a%2Cb%3Ac%25%0D%0A%3A%3Aset-output name=x%3A%3Ay::a,b:c%25%0D%0A::set-output name=x::y',
  )
})
