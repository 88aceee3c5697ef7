import { hasEqualBytes } from '../bytes/byte-view.ts'
import { type Interaction, sampleOf } from '../cassette.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { changeItems, type ItemChanges } from '../format/go-vcr-2/change-items.ts'
import { describeStyle } from '../format/go-vcr-2/describe-style.ts'
import { parseOwnBytes } from '../format/parse-cassette.ts'
import { digestInteraction, signInteraction } from '../provenance/provenance.ts'
import { refuseSecrets } from '../record/refuse-secrets.ts'
import { type ScanOptions, scanSecrets, scanText } from '../secret/scan-secrets.ts'
import { showPath } from '../storage/show-path.ts'
import { updateCassetteFile } from '../storage/update-cassette-file.ts'
import type { HealPlan } from './plan-heal.ts'

/** A cassette on the disk, and how it changes. */
export interface HealedFile {
  /** The absolute path. */
  readonly file: string
  /** The interactions as they were loaded. */
  readonly loaded: readonly Interaction[]
  readonly plan: HealPlan
  readonly scan: ScanOptions
}

/**
 * Carries out a plan on the disk. The file has either its old or its new content, also if the process is killed. Interactions that
 * another process has changed or added in the meantime are kept.
 *
 * @throws CassetteSecretError if the file would contain something that looks like a credential; CassetteSaveError if it can't be
 *   written
 */
export function writeHeal({ file, loaded, plan, scan }: HealedFile): void {
  const recordings = [...plan.replaced.map(({ recording }) => recording), ...plan.added]
  refuseSecrets(file, scanSecrets(recordings, scan))
  let state: 'missing' | 'found' = 'missing'
  updateCassetteFile(file, (text) => {
    state = 'found'
    const current = parse(text, file)
    const edit = relocate(plan, loaded, current)
    const edited = changeItems(text, edit)
    if (edited === undefined) throw new CassetteSaveError(file, describeStyle(file))
    assertEdited(file, parse(edited, file), expectedAfter(current, edit))
    refuseSecrets(file, scanText(edited, scan))
    return edited
  })
  if (state === 'missing')
    throw new CassetteSaveError(
      file,
      `Failed to heal ${showPath(file)}: it was removed while the test ran. Restore it, or record it again.`,
    )
}

function parse(text: string, file: string): readonly Interaction[] {
  return parseOwnBytes(new TextEncoder().encode(text), file).interactions
}

type CompleteEdit = Required<ItemChanges>

/** Finds the planned interactions in the current file. A recording whose place is gone is added. */
function relocate(plan: HealPlan, loaded: readonly Interaction[], current: readonly Interaction[]): CompleteEdit {
  const places = new Map<number, number>()
  const taken = new Set<number>()
  for (const [index, interaction] of loaded.entries()) {
    const isHere = (each: Interaction | undefined, at: number): boolean =>
      each !== undefined && !taken.has(at) && isSame(each, interaction)
    const place = isHere(current[index], index) ? index : current.findIndex(isHere)
    if (place === -1) continue
    places.set(index, place)
    taken.add(place)
  }
  const replaced = new Map<number, Interaction>()
  const added = plan.added.map(signInteraction)
  for (const { index, recording } of plan.replaced) {
    const place = places.get(index)
    if (place === undefined) added.push(signInteraction(recording))
    else replaced.set(place, signInteraction(recording))
  }
  return { replaced, removed: plan.removed.flatMap((index) => places.get(index) ?? []), added }
}

function expectedAfter(current: readonly Interaction[], { replaced, removed, added }: CompleteEdit): Interaction[] {
  const kept = current.flatMap((each, index) => (removed.includes(index) ? [] : (replaced.get(index) ?? each)))
  return [...kept, ...added]
}

/** An anchor of YAML, for example, can make an interaction depend on another one. */
function assertEdited(file: string, actual: readonly Interaction[], expected: readonly Interaction[]): void {
  const isEqual = actual.length === expected.length && expected.every((each, index) => isSame(each, actual[index]))
  if (isEqual) return
  throw new CassetteSaveError(
    file,
    `Failed to heal ${showPath(file)}: it can't be changed without changing other interactions. Record it again in mode record.`,
  )
}

function isSame(a: Interaction, b: Interaction | undefined): boolean {
  return (
    b !== undefined &&
    sampleOf(a) === sampleOf(b) &&
    a.request.method === b.request.method &&
    a.request.url === b.request.url &&
    a.response.status === b.response.status &&
    a.recordedAt?.getTime() === b.recordedAt?.getTime() &&
    hasEqualBytes(a.request.body, b.request.body) &&
    hasEqualBytes(a.response.body, b.response.body) &&
    hasEqualFrames(a, b)
  )
}

function hasEqualFrames(a: Interaction, b: Interaction): boolean {
  if (!a.response.websocket || !b.response.websocket) return a.response.websocket === b.response.websocket
  return digestInteraction(a) === digestInteraction(b)
}
