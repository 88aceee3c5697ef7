import { expect, test } from 'vitest'
import { buildCassette, CHAT, type Exchange } from '../../test/build-cassette.ts'
import { indexBy } from '../../test/index-by.ts'
import type { Interaction } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import type { Hooks } from '../options/hooks.ts'
import { claimInOrder } from './claim-in-order.ts'
import { findInteraction } from './find-interaction.ts'
import { type Claim, Player, type Repeat } from './player.ts'

const toRequest = (url: string, body = ''): HttpRequest => ({
  method: 'GET',
  url,
  headers: [],
  body: new TextEncoder().encode(body),
})

const open = (exchanges: readonly Exchange[], { hooks, repeat = 'none' }: { hooks?: Hooks; repeat?: Repeat } = {}) => {
  const matcher = createRequestMatcher()
  const player = new Player(
    buildCassette(...exchanges).interactions,
    indexBy(({ request }) => matcher.key(request)),
    repeat,
  )
  return { player, matcher, hooks }
}

/** A placeholder fits any text. */
const fits = (recorded: string, received: string): boolean => {
  const [before = '', after = ''] = recorded.split('REDACTED')
  return received.startsWith(before) && received.endsWith(after)
}

const answerOf = (claim: Claim | undefined): string | undefined =>
  claim && new TextDecoder().decode(claim.interaction.response.body)

const [a, b] = [toRequest('https://api.test/a'), toRequest('https://api.test/b')]
const exchanges: Exchange[] = [
  { url: a.url, response: 'a1' },
  { url: b.url, response: 'b1' },
  { url: a.url, response: 'a2' },
]

test('a request claims its unplayed interactions in file order, and none of another request', () => {
  const { claimUnplayed } = findInteraction(a, open(exchanges))
  expect([1, 2, 3].map(() => answerOf(claimUnplayed()))).toEqual(['a1', 'a2', undefined])
})

test('a request repeats an interaction only if `repeat` allows it', () => {
  const repeats = (repeat: Repeat): (string | undefined)[] => {
    const { claimUnplayed, claimRepeat } = findInteraction(a, open(exchanges, { repeat }))
    return [claimUnplayed, claimUnplayed, claimRepeat, claimRepeat].map((claim) => answerOf(claim()))
  }
  expect({ none: repeats('none'), last: repeats('last'), all: repeats('all') }).toEqual({
    none: ['a1', 'a2', undefined, undefined],
    last: ['a1', 'a2', 'a2', 'a2'],
    all: ['a1', 'a2', 'a1', 'a2'],
  })
})

test('nothing equals a request whose URL is not valid', () => {
  const { claimUnplayed, claimRepeat, claimFitting } = findInteraction(
    toRequest('<API_BASE>/a'),
    open([{ url: '<API_BASE>/a' }], { repeat: 'last' }),
  )
  expect([claimUnplayed(), claimRepeat(), claimFitting(fits)]).toEqual([undefined, undefined, undefined])
})

const redacted: Exchange[] = [
  { url: 'https://api.test/f/REDACTED', response: 'f1' },
  { url: 'https://api.test/g/REDACTED', response: 'g1' },
  { url: 'https://api.test/f/REDACTED', response: 'f2' },
  { url: a.url, response: 'a1' },
]

test('a request without a recording claims the next one that equals it apart from replaced credentials', () => {
  const opened = open(redacted)
  const claims = ['f/1', 'f/2', 'g/3', 'f/4', 'h/5', 'a'].map((path) =>
    answerOf(findInteraction(toRequest(`https://api.test/${path}`), opened).claimFitting(fits)),
  )
  expect(claims).toEqual(['f1', 'f2', 'g1', undefined, undefined, undefined])
})

test('a request repeats a fitting interaction only after all of them were played', () => {
  const { claimFitting } = findInteraction(toRequest('https://api.test/f/1'), open(redacted, { repeat: 'all' }))
  expect([1, 2, 3, 4, 5].map(() => answerOf(claimFitting(fits)))).toEqual(['f1', 'f2', 'f1', 'f2', 'f1'])
})

test('a request with a recording of its own does not claim one that only fits', () => {
  const exact = { url: 'https://api.test/f/1', response: 'exact' }
  const { claimFitting } = findInteraction(toRequest(exact.url), open([...redacted, exact], { repeat: 'last' }))
  expect(claimFitting(fits)).toBeUndefined()
})

test('a request that fits several recorded keys claims all their interactions, in file order', () => {
  const another = { url: 'https://api.test/REDACTED/1', response: 'another' }
  const { claimFitting } = findInteraction(toRequest('https://api.test/f/1'), open([...redacted, another]))
  expect([1, 2, 3, 4].map(() => answerOf(claimFitting(fits)))).toEqual(['f1', 'f2', 'another', undefined])
})

test('the first unplayed interaction of the file is claimed if its bytes equal those of the request', () => {
  const opened = open(exchanges)
  const claims = [b, a, a, b, a, a].map((request) => answerOf(claimInOrder(request, opened)))
  expect(claims).toEqual([undefined, 'a1', undefined, 'b1', 'a2', undefined])
})

const withResponse = (interaction: Interaction, text: string): Interaction => ({
  ...interaction,
  response: { ...interaction.response, body: new TextEncoder().encode(text) },
})

test('a hook changes the claimed interaction, and the recorded one stays as it is', () => {
  const hooks: Hooks = { beforeReplay: ({ interaction }) => withResponse(interaction, 'changed') }
  const opened = open([...exchanges, ...redacted], { hooks, repeat: 'last' })
  const search = findInteraction(a, opened)
  expect({
    inOrder: answerOf(claimInOrder(a, opened)),
    unplayed: answerOf(search.claimUnplayed()),
    repeated: answerOf(search.claimRepeat()),
    fitting: answerOf(findInteraction(toRequest('https://api.test/f/1'), opened).claimFitting(fits)),
    recorded: opened.player.played.map(({ response }) => new TextDecoder().decode(response.body)),
  }).toEqual({
    inOrder: 'changed',
    unplayed: 'changed',
    repeated: 'changed',
    fitting: 'changed',
    recorded: ['a1', 'a2', 'f1', 'a1'],
  })
})

test('an interaction that a hook drops counts as played, and the next one answers', () => {
  const isDropped = ({ response }: Interaction): boolean => new TextDecoder().decode(response.body).endsWith('1')
  const hooks: Hooks = { beforeReplay: ({ interaction }) => (isDropped(interaction) ? null : interaction) }
  const opened = open([...exchanges, ...redacted], { hooks })
  expect({
    unplayed: answerOf(findInteraction(a, opened).claimUnplayed()),
    inOrder: answerOf(claimInOrder(b, opened)),
    fitting: answerOf(findInteraction(toRequest('https://api.test/f/1'), opened).claimFitting(fits)),
    plays: opened.player.plays,
  }).toEqual({ unplayed: 'a2', inOrder: undefined, fitting: 'f2', plays: [1, 1, 1, 1, 0, 1, 0] })
})

test('an interaction returns to its place if a hook throws', () => {
  const hooks: Hooks = {
    beforeReplay: () => {
      throw new Error('a faulty hook')
    },
  }
  const opened = open([...exchanges, ...redacted], { hooks, repeat: 'last' })
  const claims = [
    () => claimInOrder(a, opened),
    findInteraction(a, opened).claimUnplayed,
    findInteraction(a, opened).claimRepeat,
    () => findInteraction(toRequest('https://api.test/f/1'), opened).claimFitting(fits),
  ]
  for (const claim of claims) expect(claim).toThrow('a faulty hook')
  expect(opened.player.plays).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('a claim that a hook has changed can be released', () => {
  const hooks: Hooks = { beforeReplay: ({ interaction }) => withResponse(interaction, 'changed') }
  const opened = open([{ url: CHAT }], { hooks })
  const claim = claimInOrder(toRequest(CHAT), opened)
  expect(opened.player.plays).toEqual([1])
  claim?.release()
  expect(opened.player.plays).toEqual([0])
})
