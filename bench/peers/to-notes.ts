import type { PeerEntry } from './peers.ts'
import type { Probe } from './task.ts'

/** Describes how a library's behaviour differs, as far as it matters for the comparison of its row. */
export function toNotes({ title, through }: PeerEntry, { bytes, recorded, content, unknown }: Probe): string[] {
  const notes: string[] = []
  if (content === 'other')
    notes.push(
      `does not replay the recorded bytes: it answers with ${bytes.toLocaleString('en')}, but ${recorded.toLocaleString('en')} were recorded`,
    )
  if (unknown === 'answered')
    notes.push(
      'answers a request whose body was never recorded: it does not compare bodies, so it does not search for the last of 1,000',
    )
  if (unknown === 'network') notes.push('sends a request that was never recorded to the network, even in replay mode')
  return notes.map((note) => `${title} (${through}) ${note}.`)
}
