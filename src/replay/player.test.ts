import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { indexBy } from '../../test/index-by.ts'
import type { Interaction } from '../cassette.ts'
import { type Claim, Player, type Repeat } from './player.ts'

const interaction = (url: string, status = 200): Interaction => ({
  request: { method: 'GET', url, headers: [], body: new Uint8Array() },
  response: { status, statusText: '', headers: [], body: new Uint8Array() },
})

const [a1, b1, a2] = [interaction('a'), interaction('b'), interaction('a')]
const byUrl = indexBy(({ request }) => request.url)
const createPlayer = (repeat: Repeat, interactions: Interaction[] = [a1, b1, a2]): Player =>
  new Player(interactions, byUrl, repeat)

const hasUrl =
  (url: string) =>
  ({ request }: Interaction): boolean =>
    request.url === url

test('plays the interactions of one key in file order, each once', () => {
  const player = createPlayer('none')
  const played = ['a', 'b', 'a', 'a'].map((key) => player.claimNext(key)?.interaction)
  expect(played).toEqual([a1, b1, a2, undefined])
  expect(played.map((each) => each && [a1, b1, a2].indexOf(each))).toEqual([0, 1, 2, undefined])
})

test('lists the played and the unplayed interactions in file order', () => {
  const player = createPlayer('none')
  player.claimNext('b')
  player.claimNext('a')
  expect({ played: player.played, unplayed: player.unplayed }).toEqual({ played: [a1, b1], unplayed: [a2] })
})

test('after all were played, `repeat` decides whether none, the last or all of them are played again', () => {
  const [first, second] = [interaction('x'), interaction('x', 201)]
  const repeats = (repeat: Repeat): (number | undefined)[] => {
    const player = createPlayer(repeat, [first, second])
    player.claimNext('x')
    player.claimNext('x')
    return [1, 2, 3].map(() => player.claimRepeat('x')?.interaction.response.status)
  }
  expect({ none: repeats('none'), last: repeats('last'), all: repeats('all') }).toEqual({
    none: [undefined, undefined, undefined],
    last: [201, 201, 201],
    all: [200, 201, 200],
  })
})

test('with `repeat: none`, the last interaction repeats only if it is an error that SDKs retry', () => {
  const repeated = [0, 101, 200, 400, 404, 408, 409, 422, 429, 500, 529].filter((status) => {
    const player = createPlayer('none', [interaction('x', status)])
    player.claimNext('x')
    return player.claimRepeat('x') !== undefined
  })
  expect(repeated).toEqual([0, 101, 408, 409, 429, 500, 529])
})

test('a released claim returns to its old place, however often it is released', () => {
  const player = createPlayer('none')
  const claim = player.claimNext('a')
  player.claimNext('a')?.release()
  claim?.release()
  claim?.release()
  expect(player.played).toEqual([])
  expect([1, 2, 3].map(() => player.claimNext('a')?.interaction)).toEqual([a1, a2, undefined])
  expect(player.unplayed).toEqual([b1])
})

test('claimFirst claims a released interaction before later ones', () => {
  const player = createPlayer('none')
  const claim = player.claimFirst(hasUrl('a'))
  player.claimFirst(hasUrl('b'))
  expect(player.claimFirst(hasUrl('b'))).toBe(undefined)
  claim?.release()
  const claims = [player.claimFirst(hasUrl('a')), player.claimFirst(hasUrl('a'))]
  expect(claims.map((each) => each && [a1, b1, a2].indexOf(each.interaction))).toEqual([0, 2])
})

test('releasing a repeat leaves its interaction played', () => {
  const player = createPlayer('last', [a1])
  player.claimNext('a')
  player.claimRepeat('a')?.release()
  expect({ plays: player.plays, unplayed: player.unplayed, next: player.claimNext('a') }).toEqual({
    plays: [1],
    unplayed: [],
    next: undefined,
  })
})

test('a rewind starts from the beginning, and claims made before it can no longer be released', () => {
  const player = createPlayer('none')
  const stale = player.claimNext('a')
  player.rewind()
  stale?.release()
  expect(player.unplayed).toEqual([a1, b1, a2])
  expect([1, 2, 3].map(() => player.claimNext('a')?.interaction)).toEqual([a1, a2, undefined])
})

test('after a rewind, claimFirst starts from the beginning', () => {
  const player = createPlayer('none')
  for (const url of ['a', 'b']) player.claimFirst(hasUrl(url))
  player.rewind()
  const claims = ['a', 'b'].map((url) => player.claimFirst(hasUrl(url)))
  expect(claims.map((claim) => claim && [a1, b1, a2].indexOf(claim.interaction))).toEqual([0, 1])
})

test('after a rewind, `repeat: all` repeats from the first interaction again', () => {
  const player = createPlayer('all', [interaction('x'), interaction('x', 201)])
  const playThree = (): (number | undefined)[] =>
    [player.claimNext('x'), player.claimNext('x'), player.claimRepeat('x')].map(
      (claim) => claim?.interaction.response.status,
    )
  expect(playThree()).toEqual([200, 201, 200])
  player.rewind()
  expect(playThree()).toEqual([200, 201, 200])
})

test('an interaction without a key is never played', () => {
  const index = indexBy(() => undefined)
  const player = new Player([a1], index, 'last')
  expect([player.claimNext('a'), player.claimRepeat('a'), player.countEqual(0), player.unplayed]).toEqual([
    undefined,
    undefined,
    0,
    [a1],
  ])
})

test('claimFirst computes no key', () => {
  const keyOf = vi.fn(() => 'x')
  const player = new Player([a1, b1, a2], indexBy(keyOf), 'none')
  const claims = ['a', 'b', 'b', 'a', 'a'].map((url) => player.claimFirst(hasUrl(url)))
  expect(claims.map((claim) => claim?.interaction)).toEqual([a1, b1, undefined, a2, undefined])
  expect(keyOf).not.toHaveBeenCalled()
})

/** A request for a URL (by its key only, or with `claimFirst` before it), the release of an earlier claim, or a rewind. */
const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      url: fc.constantFrom('a', 'a', 'a', 'b', 'c'),
      by: fc.constantFrom<'key' | 'first'>('key', 'first'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ release: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant('rewind' as const) },
)

test('claims, releases and rewinds as a simple model does, with and without claimFirst', () => {
  const anyInteractions = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(200, 500))
      .map(([url, status]) => interaction(url, status)),
    { maxLength: 8 },
  )
  const anyRepeat = fc.constantFrom<Repeat>('none', 'last', 'all')
  const anySteps = fc.array(anyStep, { maxLength: 30 })
  fc.assert(
    fc.property(anyInteractions, anyRepeat, anySteps, (interactions, repeat, steps) => {
      const player = createPlayer(repeat, interactions)
      const model = createModel(interactions, repeat)
      const claims: (Claim | undefined)[] = []
      for (const step of steps) {
        if (step === 'rewind') {
          player.rewind()
          model.rewind()
        } else if ('release' in step) {
          const position = step.release % Math.max(claims.length, 1)
          claims[position]?.release()
          model.release(position)
        } else {
          const { url, by } = step
          const first = by === 'first' ? player.claimFirst(hasUrl(url)) : undefined
          const claim = first ?? player.claimNext(url) ?? player.claimRepeat(url)
          claims.push(claim)
          expect(claim && interactions.indexOf(claim.interaction)).toBe(model.claim(url))
        }
        expect(player.plays).toEqual(model.plays())
      }
    }),
    { numRuns: 1_000 },
  )
})

interface ModelClaim {
  readonly url: string
  readonly index: number | undefined
  readonly kind: 'new' | 'repeat'
  state: 'held' | 'released' | 'before a rewind'
}

/** A player without queues or counters: it derives everything from the list of all claims ever made. */
function createModel(interactions: readonly Interaction[], repeat: Repeat) {
  const claims: ModelClaim[] = []
  const isPlayed = (index: number): boolean =>
    claims.some((claim) => claim.index === index && claim.kind === 'new' && claim.state === 'held')

  function repeatedIndex(url: string, indexes: number[]): number | undefined {
    const last = indexes.at(-1)
    const repeats = claims.filter(
      (claim) => claim.url === url && claim.kind === 'repeat' && claim.state !== 'before a rewind',
    )
    if (repeat === 'all') return indexes[repeats.length % indexes.length]
    return last !== undefined && (repeat === 'last' || interactions[last]?.response.status === 500) ? last : undefined
  }

  return {
    claim(url: string): number | undefined {
      const indexes = [...interactions.keys()].filter((index) => interactions[index]?.request.url === url)
      const unplayed = indexes.find((index) => !isPlayed(index))
      const index = unplayed ?? repeatedIndex(url, indexes)
      claims.push({ url, index, kind: unplayed === undefined ? 'repeat' : 'new', state: 'held' })
      return index
    },
    release(position: number): void {
      const claim = claims[position]
      if (claim?.state === 'held') claim.state = 'released'
    },
    rewind(): void {
      for (const claim of claims) claim.state = 'before a rewind'
    },
    plays: (): number[] =>
      interactions.map((_, index) => claims.filter((claim) => claim.index === index && claim.state === 'held').length),
  }
}

test('plays only the interactions of one sample, which `rewind` selects', () => {
  const [x0, y0, x0again] = [interaction('x'), interaction('y'), interaction('x')]
  const [x1, x2] = [1, 2].map((sample) => ({ ...interaction('x'), sample })) as [Interaction, Interaction]
  const player = createPlayer('last', [x0, x1, x2, y0, x0again])
  const playAll = (): unknown[] =>
    ['x', 'x', 'x', 'y'].map((key) => (player.claimNext(key) ?? player.claimRepeat(key))?.interaction)
  expect(player.unplayed).toEqual([x0, y0, x0again])
  expect(playAll()).toEqual([x0, x0again, x0again, y0])
  expect({ unplayed: player.unplayed, unclaimed: player.unclaimed }).toEqual({ unplayed: [], unclaimed: [] })
  player.rewind(1)
  expect({ unplayed: player.unplayed, equal: player.countEqual(1), others: player.countEqual(0) }).toEqual({
    unplayed: [x1],
    equal: 1,
    others: 0,
  })
  expect(player.claimFirst(hasUrl('x'))?.interaction).toBe(x1)
  player.rewind()
  expect(playAll()).toEqual([x1, x1, x1, undefined])
  player.rewind(0)
  expect(playAll()).toEqual([x0, x0again, x0again, y0])
})
