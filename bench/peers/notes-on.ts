import type { Entry } from './peers.ts'
import type { Probe } from './task.ts'

/** What has to be known about a library to read its row. */
export function notesOn({ title, through }: Entry, { bytes, recorded, content, unknown }: Probe): string[] {
  const notes: string[] = []
  if (content === 'other')
    notes.push(
      `answers with bytes of its own: ${bytes.toLocaleString('en')}, where ${recorded.toLocaleString('en')} were recorded`,
    )
  if (unknown === 'answered')
    notes.push(
      'answers a request whose body was never recorded: it compares no bodies, so for the last of 1,000 it need not search',
    )
  if (unknown === 'network') notes.push('sends a request that was never recorded to the network, in replay too')
  return notes.map((note) => `${title} (${through}) ${note}.`)
}
