import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import type { Interaction } from '../../cassette.ts'
import { changeItems } from './change-items.ts'
import { writeGoVcr2, writeInteraction } from './write.ts'

const [a, b, c, d] = buildCassette(
  ...['a', 'b', 'c', 'd'].map((response) => ({ url: `https://api.test/${response}`, response })),
).interactions as [Interaction, Interaction, Interaction, Interaction]

const text = writeGoVcr2([a, b, c])

test('removes, replaces and adds interactions, and keeps every other byte', () => {
  expect(changeItems(text, {})).toBe(text)
  const head = '---\nversion: 2\ninteractions:\n'
  expect(changeItems(text, { removed: [0], replaced: new Map([[1, d]]), added: [a] })).toBe(
    head + writeInteraction(d, 1) + writeInteraction(c, 2) + writeInteraction(a, 3),
  )
})

test('keeps comments, other members, line breaks and the indentation of a file', () => {
  const indented = `# before\nversion: 2\ninteractions:\n${[a, b]
    .map((each, id) => writeInteraction(each, id * 10))
    .join('# between\n')
    .replace(/^(?=.)/gm, '  ')}`
  const after = `${indented}other: 1\n`
  const expected = (each: Interaction, id: number): string => writeInteraction(each, id).replace(/^(?=.)/gm, '  ')
  expect(changeItems(after, { replaced: new Map([[0, d]]), added: [c] })).toBe(
    `# before\nversion: 2\ninteractions:\n${expected(d, 0)}  # between\n${expected(b, 10)}${expected(c, 11)}other: 1\n`,
  )
})

test('adds to a file without a line break at its end', () => {
  expect(changeItems(text.trimEnd(), { added: [d] })).toBe(text + writeInteraction(d, 3))
})

test.each([
  ['JSON', '{"version": 2, "interactions": [{"id": 0}]}'],
  ['the flow style', 'version: 2\ninteractions: [{ id: 0 }, { id: 1 }]\n'],
  ['a dash on a line of its own', 'version: 2\ninteractions:\n-\n  id: 0\n-\n  id: 1\n'],
  ['no list', 'version: 2\n'],
  ['an empty list', 'version: 2\ninteractions: []\n'],
])('does not edit %s', (_name, unsupported) => {
  expect(changeItems(unsupported, { removed: [0] })).toBeUndefined()
})

test('leaves at least one interaction', () => {
  expect(changeItems(text, { removed: [0, 1, 2] })).toBeUndefined()
  expect(changeItems(text, { removed: [0, 1, 2], added: [d] })).toContain('https://api.test/d')
})
