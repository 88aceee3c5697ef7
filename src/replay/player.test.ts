import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Interaction } from '../cassette.ts'
import { type Claim, Player, type Repeat } from './player.ts'

const interaction = (url: string, status = 200): Interaction => ({
  request: { method: 'GET', url, headers: [], body: new Uint8Array() },
  response: { status, statusText: '', headers: [], body: new Uint8Array() },
})

const [a1, b1, a2] = [interaction('a'), interaction('b'), interaction('a')]
const player = (repeat: Repeat, interactions: Interaction[] = [a1, b1, a2]): Player =>
  new Player(interactions, ({ request }) => request.url, repeat)

test('plays the interactions of one key in file order, each once', () => {
  const played = player('none')
  const claims = ['a', 'b', 'a', 'a'].map((key) => played.claimNext(key)?.interaction)
  expect(claims).toEqual([a1, b1, a2, undefined])
  expect(claims.map((claim) => claim && [a1, b1, a2].indexOf(claim))).toEqual([0, 1, 2, undefined])
})

test('lists what was played and what was not, in file order', () => {
  const half = player('none')
  half.claimNext('b')
  half.claimNext('a')
  expect({ played: half.played, unplayed: half.unplayed }).toEqual({ played: [a1, b1], unplayed: [a2] })
})

test('repeats nothing, the last one, or all of them, once all were played', () => {
  const [first, second] = [interaction('x'), interaction('x', 201)]
  const again = (repeat: Repeat): (number | undefined)[] => {
    const spent = player(repeat, [first, second])
    spent.claimNext('x')
    spent.claimNext('x')
    return [1, 2, 3].map(() => spent.claimRepeat('x')?.interaction.response.status)
  }
  expect({ none: again('none'), last: again('last'), all: again('all') }).toEqual({
    none: [undefined, undefined, undefined],
    last: [201, 201, 201],
    all: [200, 201, 200],
  })
})

test('answers the retries of a last recorded error that SDKs retry, and of no other', () => {
  const retried = [0, 101, 200, 400, 404, 408, 409, 422, 429, 500, 529].filter((status) => {
    const failing = player('none', [interaction('x', status)])
    failing.claimNext('x')
    return failing.claimRepeat('x') !== undefined
  })
  expect(retried).toEqual([0, 101, 408, 409, 429, 500, 529])
})

test('takes back a claim that was released, in its old place, once', () => {
  const returned = player('none')
  const claim = returned.claimNext('a')
  returned.claimNext('a')?.release()
  claim?.release()
  claim?.release()
  expect(returned.played).toEqual([])
  expect([1, 2, 3].map(() => returned.claimNext('a')?.interaction)).toEqual([a1, a2, undefined])
  expect(returned.unplayed).toEqual([b1])
})

test('begins again after a rewind, and ignores what is released from before', () => {
  const rewound = player('none')
  const stale = rewound.claimNext('a')
  rewound.rewind()
  stale?.release()
  expect(rewound.unplayed).toEqual([a1, b1, a2])
  expect([1, 2, 3].map(() => rewound.claimNext('a')?.interaction)).toEqual([a1, a2, undefined])
})

test('never plays an interaction that has no key', () => {
  const keyless = new Player([a1], () => undefined, 'last')
  expect([keyless.claimNext('a'), keyless.claimRepeat('a'), keyless.count('a'), keyless.unplayed]).toEqual([
    undefined,
    undefined,
    0,
    [a1],
  ])
})

test('asked in the order of the file, computes no key', () => {
  const keyOf = vi.fn(() => 'x')
  const inOrder = new Player([a1, b1, a2], keyOf, 'none')
  const claims = ['a', 'b', 'b', 'a', 'a'].map((url) => inOrder.claimFirst(({ request }) => request.url === url))
  expect(claims.map((claim) => claim?.interaction)).toEqual([a1, b1, undefined, a2, undefined])
  expect(keyOf).not.toHaveBeenCalled()
})

/** What is done to a player: a request for a URL, the release of an earlier claim, or a rewind. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ask: fc.constantFrom('a', 'b', 'c', 'd') }) },
  { weight: 2, arbitrary: fc.record({ release: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.constant('rewind' as const) },
)

test('claims without a key what it would claim with one, whatever came before', () => {
  const urls = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  const repeats = fc.constantFrom<Repeat>('none', 'last', 'all')
  fc.assert(
    fc.property(urls, repeats, fc.array(step, { maxLength: 30 }), (recorded, repeat, steps) => {
      const interactions = recorded.map((url) => interaction(url))
      const index = (claim: Claim | undefined): number => (claim ? interactions.indexOf(claim.interaction) : -1)
      const keyed = player(repeat, interactions)
      const quick = player(repeat, interactions)
      const claims: (Claim | undefined)[][] = []
      for (const each of steps) {
        if (each === 'rewind') for (const one of [keyed, quick]) one.rewind()
        else if ('release' in each) for (const claim of claims[each.release] ?? []) claim?.release()
        else {
          const isAskedFor = ({ request }: Interaction): boolean => request.url === each.ask
          claims.push([
            keyed.claimNext(each.ask) ?? keyed.claimRepeat(each.ask),
            quick.claimFirst(isAskedFor) ?? quick.claimNext(each.ask) ?? quick.claimRepeat(each.ask),
          ])
        }
      }
      expect(claims.map(([, claim]) => index(claim))).toEqual(claims.map(([claim]) => index(claim)))
      expect(quick.plays).toEqual(keyed.plays)
      expect(quick.unplayed).toEqual(keyed.unplayed)
    }),
  )
})
