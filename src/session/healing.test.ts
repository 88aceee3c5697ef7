import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Cassette, Interaction } from '../cassette.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import type { Mode } from '../options/mode.ts'
import { OnDemand } from '../platform/on-demand.ts'
import { RecordingLog, type Saving } from '../record/recording-log.ts'
import { createRedactor } from '../secret/redactor.ts'
import { createHealing, type Healing } from './healing.ts'
import type { UnplayedVerdict } from './verify-session.ts'

afterEach(() => void vi.restoreAllMocks())

const toInteraction = (text: string): Interaction => buildCassette({ request: text }).interactions[0] as Interaction

/** A session that has ended: its cassette had `a`, `b` and `c`, and it recorded `texts`. */
interface Ended {
  readonly saving?: Saving
  readonly recorded?: readonly string[]
  readonly plays?: readonly number[]
  readonly onUnplayed?: 'ignore'
  readonly verdict?: UnplayedVerdict | undefined
  readonly before?: readonly number[]
}

async function end({ saving = 'immediate', recorded = [], plays = [1, 0, 0], onUnplayed, ...rest }: Ended) {
  const lines: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(String(line).replaceAll(file, 'a.yaml')))
  const file = join(makeTempFolder(), 'a.yaml')
  const cassette: Cassette = { format: 'go-vcr-2', path: file, interactions: ['a', 'b', 'c'].map(toInteraction) }
  writeFileSync(file, stringifyCassette(cassette))
  const healing = createHealing({ loaded: { cassette, presence: 'found', file }, mode: 'heal', saving }) as Healing
  const redactor = createRedactor()
  const recordings = new RecordingLog({
    file,
    saving,
    send: () => Promise.reject(new Error('No request is sent')),
    toRecording: ({ interaction }) => interaction,
    toPreview: ({ interaction }) => interaction,
    redactAgain: (recording) => recording,
    credentials: () => redactor.known,
    createSaver: () => undefined,
  })
  recordings.list.push(...recorded.map(toInteraction))
  if (rest.before) healing.keepPlays(rest.before)
  healing.setVerdict('verdict' in rest ? rest.verdict : 'test')
  const unplayed = cassette.interactions.filter((_, index) => !plays[index])
  const options = onUnplayed ? { onUnplayed } : {}
  const session = { cassette, matcher: createRequestMatcher(), options, plays, unplayed }
  await healing.run(session, { recordings, redactor: new OnDemand(() => redactor) })
  healing.announce()
  const texts = parseCassette(readFileSync(file)).interactions.map(({ request }) =>
    new TextDecoder().decode(request.body),
  )
  return { lines, texts }
}

test('heals the file after a verdict, and announces it once', async () => {
  expect(await end({ recorded: ['b2'] })).toEqual({
    lines: ['[msw-cassette] healed 1 of 3 turns in a.yaml (#1 $; 1 removed): 1 call made, 1 not'],
    texts: ['a', 'b2'],
  })
  expect(await end({ recorded: ['b2'], saving: 'deferred' })).toEqual({ lines: [], texts: ['a', 'b2'] })
})

test('heals nothing without a verdict, and reports recordings that are discarded', async () => {
  const texts = ['a', 'b', 'c']
  expect(await end({ recorded: ['b2', 'c2'], verdict: undefined })).toEqual({
    lines: [
      '[msw-cassette] Healed nothing in a.yaml: verify() failed or was not called, so 2 new recordings are discarded.',
    ],
    texts,
  })
  expect(await end({ recorded: ['b2'], verdict: undefined, saving: 'deferred' })).toEqual({ lines: [], texts })
  expect(await end({ verdict: undefined })).toEqual({ lines: [], texts })
})

test('removes nothing that other tests might play, or that was played before a rewind', async () => {
  const shared =
    'Other tests might share the file, so nothing was removed; in Vitest and Jest, -u removes what no test plays'
  const texts = ['a', 'b', 'c', 'b2']
  const lines = [`[msw-cassette] healed 0 of 3 turns in a.yaml (1 added): 1 call made, 1 not. ${shared}`]
  expect(await end({ recorded: ['b2'], verdict: 'report' })).toEqual({ lines, texts })
  expect(await end({ recorded: ['b2'], onUnplayed: 'ignore' })).toEqual({ lines, texts })
  expect(await end({ recorded: ['b2'], before: [0, 1, 2] })).toEqual({
    lines: ['[msw-cassette] healed 0 of 3 turns in a.yaml (1 added): 1 call made, 4 not'],
    texts,
  })
})

test.each<[string, Mode, 'found' | 'missing', string | undefined, number]>([
  ['another mode', 'new-episodes', 'found', 'a.yaml', 1],
  ['a missing file', 'heal', 'missing', 'a.yaml', 1],
  ['a cassette in memory', 'heal', 'found', undefined, 1],
  ['an empty cassette', 'heal', 'found', 'a.yaml', 0],
])('%s is not healed', (_, mode, presence, file, count) => {
  const interactions = Array.from({ length: count }, () => toInteraction('a'))
  const loaded = { cassette: { format: 'go-vcr-2', interactions }, presence, ...(file && { file }) }
  expect(createHealing({ loaded, mode, saving: 'deferred' })).toBeUndefined()
})
