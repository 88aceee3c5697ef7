import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Interaction } from '../cassette.ts'
import { CassetteSaveError, CassetteSecretError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
import type { HealPlan } from './plan-heal.ts'
import { writeHeal } from './write-heal.ts'

const SCAN = { allowed: [], known: new KnownCredentials() }

const toInteraction = (text: string): Interaction =>
  buildCassette({ request: text, response: `re ${text}` }).interactions[0] as Interaction

/** A cassette on the disk with one interaction for each text. */
function write(...texts: string[]): { file: string; loaded: readonly Interaction[] } {
  const file = join(makeTempFolder(), 'a.yaml')
  const loaded = texts.map(toInteraction)
  writeFileSync(file, stringifyCassette({ interactions: loaded }))
  return { file, loaded }
}

const textsIn = (file: string): string[] =>
  parseCassette(readFileSync(file)).interactions.map(({ request }) => new TextDecoder().decode(request.body))

const toPlan = (plan: Partial<HealPlan>): HealPlan => ({ replaced: [], removed: [], added: [], ...plan })

const replace = (index: number, text: string): Pick<HealPlan, 'replaced'> => ({
  replaced: [{ index, recording: toInteraction(text), path: undefined }],
})

test('replaces, removes and adds, and signs what is new', () => {
  const { file, loaded } = write('a', 'b', 'c')
  const plan = toPlan({ ...replace(1, 'B'), removed: [0], added: [toInteraction('d')] })
  writeHeal({ file, loaded, plan, scan: SCAN })
  expect(textsIn(file)).toEqual(['B', 'c', 'd'])
  expect(parseCassette(readFileSync(file)).interactions.map(({ recordedBy }) => recordedBy !== undefined)).toEqual([
    true,
    false,
    true,
  ])
})

test('finds interactions that another process has moved, and adds a recording whose place is gone', () => {
  const { file, loaded } = write('a', 'b', 'c')
  writeFileSync(file, stringifyCassette({ interactions: ['new', 'c', 'a'].map(toInteraction) }))
  const plan = toPlan({ replaced: [...replace(1, 'B').replaced, ...replace(2, 'C').replaced], removed: [0] })
  writeHeal({ file, loaded, plan, scan: SCAN })
  expect(textsIn(file)).toEqual(['new', 'C', 'B'])
})

test('of equal interactions, each has its own place, and samples are not equal', () => {
  const { file, loaded } = write('a', 'a', 'a')
  writeHeal({ file, loaded, plan: toPlan({ ...replace(2, 'third'), removed: [0] }), scan: SCAN })
  expect(textsIn(file)).toEqual(['a', 'third'])
  const sampled = loaded.map((interaction, sample) => ({ ...interaction, ...(sample > 0 && { sample }) }))
  writeFileSync(file, stringifyCassette({ interactions: sampled.toReversed() }))
  writeHeal({ file, loaded: sampled, plan: toPlan(replace(1, 'sample 1')), scan: SCAN })
  expect(textsIn(file)).toEqual(['a', 'sample 1', 'a'])
})

test('refuses a credential, also one that the file contains, and changes nothing', () => {
  const secret = `ghp_${'x1Y2z3'.repeat(6)}`
  for (const [texts, text] of [
    [['a'], secret],
    [['a', secret], 'A'],
  ] as const) {
    const { file, loaded } = write(...texts)
    const before = readFileSync(file, 'utf8')
    expect(() => writeHeal({ file, loaded, plan: toPlan(replace(0, text)), scan: SCAN })).toThrow(CassetteSecretError)
    expect(readFileSync(file, 'utf8')).toBe(before)
  }
})

test('a file that vanished is not created again', () => {
  const { file, loaded } = write('a')
  rmSync(file)
  expect(() => writeHeal({ file, loaded, plan: toPlan(replace(0, 'A')), scan: SCAN })).toThrow(
    new CassetteSaveError(
      file,
      `Failed to heal ${file}: it was removed while the test ran. Restore it, or record it again.`,
    ),
  )
  expect(existsSync(file)).toBe(false)
})

test('refuses a change that would change another interaction, as a removed anchor of YAML does', () => {
  const { file, loaded } = write('a', 'x', 'x')
  const [first, second, third] = readFileSync(file, 'utf8').split(/(?=^- id: [12]$)/m)
  const text = [
    first?.replace('body: a', 'body: &t a'),
    second?.replace('body: x', 'body: &t x'),
    third?.replace('body: x', 'body: *t'),
  ].join('')
  writeFileSync(file, text)
  expect(() => writeHeal({ file, loaded, plan: toPlan({ removed: [1] }), scan: SCAN })).toThrow(
    `Failed to heal ${file}: it can't be changed without changing other interactions. Record it again in mode record.`,
  )
  expect(readFileSync(file, 'utf8')).toBe(text)
})
