import { expect, test } from 'vitest'
import type { Interaction } from './cassette.ts'
import { Player, type Repeat } from './player.ts'

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
    return [1, 2, 3].map(() => spent.claimAgain('x')?.interaction.response.status)
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
    return failing.claimAgain('x') !== undefined
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
  expect([keyless.claimNext('a'), keyless.claimAgain('a'), keyless.count('a'), keyless.unplayed]).toEqual([
    undefined,
    undefined,
    0,
    [a1],
  ])
})
