import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pages, readBlocks, updateBlocks } from './blocks.ts'

test.each(pages)('%s shows the current files of the examples; `npm run docs:update` copies them', (page) => {
  const text = readFileSync(page, 'utf8')
  expect(text).toBe(updateBlocks(text))
})

test('each block with a title shows a file of an example', () => {
  const titles = readBlocks().flatMap(({ title }) => (title === '' ? [] : [title]))
  expect(titles.filter((title) => !title.startsWith('examples/') || !existsSync(title))).toEqual([])
})

test.each(pages)('%s has no indented block, which the tests of the docs would not find', (page) => {
  expect(readFileSync(page, 'utf8').match(/^ +```.*/gm)).toBeNull()
})

test('the README begins with one sentence, the definition of a cassette, the rule about localhost, and the installation', () => {
  const [title, sentence, definition, localhost, heading] = readFileSync('README.md', 'utf8').split('\n\n')
  expect([title, heading]).toEqual(['# msw-cassette', '## First test'])
  expect(sentence).toMatch(/^Record [^\n]+\.$/)
  expect(definition).toMatch(/^A \*\*cassette\*\* is /)
  expect(localhost).toMatch(/^Requests to `localhost` are not recorded unless/)
})
