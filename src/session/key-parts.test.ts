import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { openCassette } from '../open/open-fetch-session.ts'

const URL_ = 'https://api.test/v1/chat'
const INDEXES = Array.from({ length: 60 }, (_, index) => index)

const open = () =>
  openCassette(
    // The answers 0, 1 and 2 belong to one request, and the others to one each.
    buildCassette(
      ...INDEXES.map((index) => ({
        url: URL_,
        method: 'POST',
        request: JSON.stringify({ model: 'm', prompt: `Question ${index < 3 ? 0 : index}` }),
        response: `answer ${index}`,
      })),
    ),
    { mode: 'replay' },
  )

test('a large cassette answers in any order, in any spelling, and equal requests in file order', async () => {
  await using session = open()
  const ask = async (index: number): Promise<string> => {
    const body = `{ "prompt": "Question ${index}", "model": "m" }`
    return (await session.fetch(URL_, { method: 'POST', body })).text()
  }
  expect([await ask(59), await ask(0), await ask(7), await ask(0), await ask(58), await ask(0)]).toEqual(
    [59, 0, 7, 1, 58, 2].map((index) => `answer ${index}`),
  )
  const rest = INDEXES.filter((index) => ![59, 0, 7, 1, 58, 2].includes(index)).reverse()
  expect(await Promise.all(rest.map(ask))).toEqual(rest.map((index) => `answer ${index}`))
  session.verify()
})

test.each(['first', 'second'] as const)(
  'simultaneous requests get their answers in the order in which they were sent, the %s time',
  async (time) => {
    await using session = open()
    const fetchText = async (body: string): Promise<string> =>
      (await session.fetch(URL_, { method: 'POST', body })).text()
    if (time === 'second') await fetchText('{"prompt":"Question 59","model":"m"}')
    const other = '{"prompt":"Question 0","model":"m"}'
    const recorded = JSON.stringify({ model: 'm', prompt: 'Question 0' })
    expect(await Promise.all([other, recorded, other].map(fetchText))).toEqual(['answer 0', 'answer 1', 'answer 2'])
  },
)
