import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { makeTempFolder } from '../../../test/temp-folder.ts'
import type { Interaction } from '../../cassette.ts'
import { signInteraction } from '../../provenance/provenance.ts'
import { createBadgeFinder } from './find-badges.ts'

function build(): Interaction {
  const [interaction] = buildCassette({ response: 'x' }).interactions
  if (!interaction) throw new Error('There is no interaction.')
  return interaction
}

const RECORDED = signInteraction(build())
const EDITED = { ...RECORDED, response: { ...RECORDED.response, status: 500 } }

function badges(
  interactions: readonly Interaction[],
  { oldest, path = 'a.yaml' }: { oldest?: Date; path?: string } = {},
) {
  const cassette = { format: 'go-vcr-2', interactions }
  return interactions.map(createBadgeFinder({ path, cassette, interactions: [] }, oldest))
}

test('an edit, and an interaction that others recorded, are marked among recorded ones', () => {
  expect(badges([RECORDED, EDITED, build()])).toEqual([[], ['edited'], ['not recorded']])
})

test('nothing is marked in a cassette of another library', () => {
  expect(badges([build(), build()])).toEqual([[], []])
})

test('an interaction that is older than the limit has expired, and one without a date has not', () => {
  const old = { ...build(), recordedAt: new Date('2026-01-01') }
  const fresh = { ...build(), recordedAt: new Date('2026-03-01') }
  expect(badges([old, fresh, build()], { oldest: new Date('2026-02-01') })).toEqual([['expired'], [], []])
  expect(badges([old])).toEqual([[]])
})

test('the cassette of a test file that was deleted is not played', () => {
  const folder = makeTempFolder()
  const path = (testFile: string): string => join(folder, '__cassettes__', testFile, 'a.yaml')
  mkdirSync(dirname(path('kept.test.ts')), { recursive: true })
  mkdirSync(dirname(path('gone.test.ts')), { recursive: true })
  writeFileSync(join(folder, 'kept.test.ts'), '')
  expect(badges([RECORDED], { path: path('gone.test.ts') })).toEqual([['unplayed']])
  expect(badges([RECORDED], { path: path('kept.test.ts') })).toEqual([[]])
})
