import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { readConversation } from '../../llm/read-conversation.ts'
import { toViewData } from '../to-view-data.ts'
import { listEntries } from './entries.ts'
import { excerptOf, findEntries, toTerms } from './search.ts'

const cassette = buildCassette(
  { url: 'https://a.test/models', response: 'first Answer', headers: [['X-Request-Id', 'req_1']] },
  { url: 'https://b.test/chat', request: '{"prompt":"say hi"}', response: 'second answer', status: 404 },
)
const interactions = cassette.interactions.map((interaction, index) => ({ index, interaction, badges: [] }))
const data = await toViewData([{ path: 'weather.yaml', interactions }], { readConversation })
const entries = listEntries(data)

test.each([
  ['', [0, 1]],
  ['ANSWER', [0, 1]],
  ['answer second', [1]],
  ['"answer second"', []],
  ['req_1', [0]],
  ['404', [1]],
  ['error', [1]],
  ['b.test', [1]],
  ['weather.yaml say', [1]],
  ['x-request-id: req_1', [0]],
  ['"say hi', [1]],
  ['absent', []],
])('%j finds %j', (query, ids) => {
  expect(findEntries(entries, toTerms(query)).map(({ id }) => id)).toEqual(ids)
})

test('an excerpt is a part of one text', () => {
  const [first] = entries
  expect(first && excerptOf(first, 'answer')).toBe('first Answer')
  expect(first && excerptOf(first, 'absent')).toBe('')
})
