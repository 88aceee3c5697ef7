import { expect, test } from 'vitest'
import { confusionTrials } from './confusions/confusion-trials.ts'
import { runConfusionTrial } from './confusions/run-confusion-trial.ts'
import { createNormalTrials } from './normal/normal-trials.ts'
import { runNormalTrial } from './normal/run-normal-trial.ts'
import { createRandom } from './random.ts'
import { failuresOf } from './report.ts'
import { runAll } from './run-all.ts'
import { runTrial } from './run-trial.ts'
import { createTrials } from './trials.ts'

// A sample of `npm run test:secrets`, which tries fifty times as many secrets.

const SEED = 1
const none = { secrets: [], normal: [], confusions: [] }

/** Every part of a list, but not everything. */
const sample = <T>(list: readonly T[], count: number): T[] => {
  const random = createRandom(SEED, 'sample')
  return Array.from({ length: count }, () => random.pick(list))
}

test('no place lets a secret reach the disk, and each redacted cassette replays', async () => {
  const secrets = await runAll(createTrials(SEED, 1), runTrial)
  expect(failuresOf({ ...none, secrets })).toEqual([])
})

test('content without a secret is saved byte for byte', async () => {
  const normal = await runAll(sample(createNormalTrials(SEED, 1), 200), runNormalTrial)
  expect(failuresOf({ ...none, normal })).toEqual([])
})

test('requests that differ only in a plain value behind a telling name are different requests', async () => {
  const confusions = await runAll(sample(confusionTrials, 120), runConfusionTrial)
  expect(failuresOf({ ...none, confusions })).toEqual([])
})
