import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../../test/build-cassette.ts'
import { readConversation } from '../../llm/read-conversation.ts'
import type { SelectedCassette } from '../select/select-cassettes.ts'
import { compareViews } from './compare-views.ts'

function select(...exchanges: Exchange[]): SelectedCassette {
  const cassette = buildCassette(...exchanges)
  return {
    path: 'a.yaml',
    cassette,
    interactions: cassette.interactions.map((interaction, index) => ({ interaction, index })),
  }
}

test('each interaction is new, equal or different, and those that only the other recording has are listed', () => {
  const against = select(
    { url: 'https://a.test/same', response: 'x' },
    { url: 'https://a.test/gone' },
    { url: 'https://a.test/other', response: 'One. Two.' },
  )
  const shown = select(
    { url: 'https://a.test/other', response: 'One. Three.' },
    { url: 'https://a.test/same', response: 'x' },
    { url: 'https://a.test/new' },
  )
  const { diffs, removed } = compareViews(against, shown, readConversation)
  expect({ diffs: [...diffs], removed }).toEqual({
    diffs: [
      [
        0,
        {
          verdict: 'wording',
          changes: [
            {
              aspect: 'response body',
              lines: [
                { kind: 'same', text: 'One.' },
                { kind: 'removed', text: 'Two.' },
                { kind: 'added', text: 'Three.' },
              ],
            },
          ],
        },
      ],
      [1, { verdict: 'identical', changes: [] }],
      [2, { verdict: 'new', changes: [] }],
    ],
    removed: ['GET https://a.test/gone'],
  })
})
