import { expect, test } from 'vitest'
import { confusionTrials } from './confusions/confusion-trials.ts'
import { runConfusionTrial } from './confusions/run-confusion-trial.ts'
import { createNormalTrials } from './normal/normal-trials.ts'
import { runNormalTrial } from './normal/run-normal-trial.ts'
import { failuresOf } from './report.ts'
import { runAll } from './run-all.ts'
import { runTrial } from './run-trial.ts'
import { createTrials } from './trials.ts'

// A sample of `npm run test:secrets`, which tries 25 times as many secrets.

const SEED = 1
/** Long, because hundreds of cassettes are recorded and replayed. */
const TIMEOUT = 120_000
const none = { secrets: [], normal: [], confusions: [] }

/** Each n-th member of a list. A prime number visits all names and places. */
const each = <T>(n: number, list: readonly T[]): T[] => list.filter((_, index) => index % n === 0)

test('no place lets a secret reach the disk, and each redacted cassette replays', { timeout: TIMEOUT }, async () => {
  const secrets = await runAll(createTrials(SEED, 1), runTrial)
  expect(failuresOf({ ...none, secrets })).toEqual([])
})

test('content without a secret is saved byte for byte', async () => {
  const normal = await runAll(each(7, createNormalTrials(SEED, 1)), runNormalTrial)
  expect(failuresOf({ ...none, normal })).toEqual([])
})

test('requests that differ only in a plain value behind a telling name are different requests', async () => {
  const confusions = await runAll(each(31, confusionTrials), runConfusionTrial)
  expect(failuresOf({ ...none, confusions })).toEqual([])
})
