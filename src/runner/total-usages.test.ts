import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { chatExchange } from '../../test/cli/chat-exchange.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import type { CassetteUsage } from './cassette-usage.ts'
import { totalUsages } from './total-usages.ts'

function write(): string {
  const file = join(makeTempFolder(), 'a.yaml')
  const exchanges = [chatExchange({ tokens: 8 }), chatExchange({ tokens: 18 }), { response: 'no model' }]
  writeFileSync(
    file,
    stringifyCassette(buildCassette(...exchanges.map((exchange) => ({ ...exchange, duration: 100 })))),
  )
  return file
}

const usage = (played: number[], counts: number[], waiting: CassetteUsage['waiting'] = 'skipped'): CassetteUsage =>
  ({
    played,
    counts,
    waiting,
    calls: counts.reduce((sum, count) => sum + count, 0),
  }) as Partial<CassetteUsage> as CassetteUsage

test('the calls of all tests are added, and only skipped waiting is saved', async () => {
  const usages = [usage([0, 1], [1, 2]), usage([0, 2], [1, 1], 'replayed'), usage([1], [1])]
  expect(await totalUsages(write(), usages)).toEqual({ calls: 6, tokens: 130, unpriced: 5, waiting: 400 })
})

test('calls of interactions that the file does not have any more are counted, and cost nothing that is known', async () => {
  expect(await totalUsages(write(), [usage([0, 7], [1, 2])])).toEqual({
    calls: 3,
    tokens: 20,
    unpriced: 1,
    waiting: 100,
  })
})

test.each(['gone.yaml', '<text>'])('the cassette %s has calls without tokens', async (file) => {
  expect(await totalUsages(file, [usage([0], [3])])).toEqual({ calls: 3, tokens: 0, unpriced: 0, waiting: 0 })
})
