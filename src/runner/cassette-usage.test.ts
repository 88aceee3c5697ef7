import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import { relativePath, toCassetteUsage } from './cassette-usage.ts'

const open = (...responses: string[]) =>
  createSession({
    source: buildCassette(...responses.map((response) => ({ response }))),
    options: { mode: 'replay', repeat: 'last', onUnplayed: 'warn' },
    saving: 'deferred',
  })

test('the usage of a test lists what was played, and counts calls and tokens of repeated interactions each time', async () => {
  const session = open(
    '{"usage":{"total_tokens":7}}',
    '{"usage":{"total_tokens":30}}',
    '{"usage":{"total_tokens":500}}',
  )
  await session.fetch(CHAT)
  await session.fetch(CHAT)
  expect(toCassetteUsage(session, join(process.cwd(), 'a/b.yaml'), 'saved')).toEqual({
    file: 'a/b.yaml',
    played: [0, 1],
    calls: 2,
    before: 'found',
    total: 3,
    recorded: 0,
    onUnplayed: 'warn',
    tokens: 37,
  })
})

test.each([
  ['OpenAI', '{"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}}', 7],
  ['Gemini', '{"usageMetadata":{"totalTokenCount": 11}}', 11],
  ['Bedrock', '{"usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3}}', 3],
  ['Anthropic', '{"usage":{"input_tokens":10,"output_tokens":5}}', 15],
  [
    'a stream, whose last count is the total',
    'data: {"output_tokens":1}\n\ndata: {"input_tokens":2,"output_tokens":9}\n\n',
    11,
  ],
  ['a response without a count', 'total_tokens', 0],
])('the tokens of %s are counted', async (_, response, tokens) => {
  const session = open(response)
  await session.fetch(CHAT)
  expect(toCassetteUsage(session, 'a.yaml', 'saved')).toMatchObject({ calls: 1, tokens })
})

test('a path is relative only inside the working directory', () => {
  const folder = process.cwd()
  expect([`${folder}/a/b.yaml`, `${folder}-other/b.yaml`, '/elsewhere/b.yaml', 'a\\b.yaml'].map(relativePath)).toEqual([
    'a/b.yaml',
    `${folder}-other/b.yaml`,
    '/elsewhere/b.yaml',
    'a/b.yaml',
  ])
})
