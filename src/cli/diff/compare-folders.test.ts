import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../../test/build-cassette.ts'
import { chatExchange } from '../../../test/cli/chat-exchange.ts'
import { readConversation } from '../../llm/read-conversation.ts'
import { compareFolders, type Folder } from './compare-folders.ts'

function folder(
  path: string,
  files: Readonly<Record<string, readonly Exchange[]>>,
  unread: readonly string[] = [],
): Folder {
  const cassettes = Object.entries(files).map(([name, exchanges]) => {
    const cassette = buildCassette(...exchanges)
    const interactions = cassette.interactions.map((interaction, index) => ({ interaction, index }))
    return [name, { path: join(path, name), cassette, interactions }] as const
  })
  const failures = unread.map((name) => ({ path: `${path}/${name}`, message: `Failed to read ${name}.` }))
  return { path, cassettes: new Map(cassettes), unread: new Set(unread), failures }
}

test('cassettes with the same name are compared, in the order of their names', () => {
  const diff = compareFolders(
    folder('before', { 'b.yaml': [{ response: 'x' }], 'a.yaml': [{ response: 'x' }] }),
    folder('after', { 'a.yaml': [{ response: 'x' }], 'b.yaml': [{ response: 'y' }] }),
    readConversation,
  )
  expect(diff).toEqual({
    verdict: 'wording',
    a: 'before',
    b: 'after',
    cassettes: [
      expect.objectContaining({
        name: 'a.yaml',
        presence: 'both',
        verdict: 'identical',
        a: 'before/a.yaml',
        b: 'after/a.yaml',
      }),
      expect.objectContaining({
        name: 'b.yaml',
        presence: 'both',
        verdict: 'wording',
        a: 'before/b.yaml',
        b: 'after/b.yaml',
      }),
    ],
    failures: [],
  })
})

test('a cassette that one folder lacks is structural, even if it is empty', () => {
  const diff = compareFolders(
    folder('before/', { 'same.yaml': [], 'gone.yaml': [] }),
    folder('after', { 'same.yaml': [], 'new.yaml': [{ url: 'https://a.test/' }] }),
    readConversation,
  )
  expect(diff?.cassettes.map(({ name, presence, verdict, a, b }) => ({ name, presence, verdict, a, b }))).toEqual([
    { name: 'gone.yaml', presence: 'only in a', verdict: 'structural', a: 'before/gone.yaml', b: 'after/gone.yaml' },
    { name: 'new.yaml', presence: 'only in b', verdict: 'structural', a: 'before/new.yaml', b: 'after/new.yaml' },
    { name: 'same.yaml', presence: 'both', verdict: 'identical', a: 'before/same.yaml', b: 'after/same.yaml' },
  ])
})

test('the tokens of all cassettes are added, those of a new one too', () => {
  const diff = compareFolders(
    folder('before', { 'a.yaml': [chatExchange({ tokens: 9 })] }),
    folder('after', { 'a.yaml': [chatExchange({ tokens: 10 })], 'b.yaml': [chatExchange({ tokens: 8 })] }),
    readConversation,
  )
  expect(diff?.tokens).toEqual({ a: 21, b: 42 })
})

test('a cassette that can not be read on one side is left out, and its failure is kept', () => {
  const diff = compareFolders(
    folder('before', { 'a.yaml': [], 'b.yaml': [] }, []),
    folder('after', { 'a.yaml': [] }, ['b.yaml']),
    readConversation,
  )
  expect({ names: diff?.cassettes.map(({ name }) => name), failures: diff?.failures }).toEqual({
    names: ['a.yaml'],
    failures: [{ path: 'after/b.yaml', message: 'Failed to read b.yaml.' }],
  })
})

test('a folder without a readable cassette can not be compared', () => {
  const full = folder('full', { 'a.yaml': [] })
  const empty = folder('empty', {})
  expect([compareFolders(full, empty, readConversation), compareFolders(empty, full, readConversation)]).toEqual([
    undefined,
    undefined,
  ])
})
