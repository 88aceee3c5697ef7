import type { Peer } from './peer.ts'

export type Side = 'here' | 'there'

/** Who records, who appends, and who replays. */
export interface Direction {
  readonly title: string
  readonly recorder: Side
  readonly appender?: Side
  readonly replayer: Side
}

/** The peer alone: it shows which exchanges the peer can't record, and which differences are its own. */
export const control: Direction = { title: 'recorded there, replayed there', recorder: 'there', replayer: 'there' }

const all: readonly Direction[] = [
  control,
  { title: 'recorded here, replayed there', recorder: 'here', replayer: 'there' },
  { title: 'recorded there, replayed here', recorder: 'there', replayer: 'here' },
  { title: 'appended here, replayed there', recorder: 'there', appender: 'here', replayer: 'there' },
  { title: 'appended here, replayed here', recorder: 'there', appender: 'here', replayer: 'here' },
  { title: 'appended there, replayed there', recorder: 'here', appender: 'there', replayer: 'there' },
  { title: 'appended there, replayed here', recorder: 'here', appender: 'there', replayer: 'here' },
]

/** The directions of a peer: it can't read this library's files if this library does not write its format. */
export function directionsOf({ format }: Peer): readonly Direction[] {
  if (format !== 'read-only') return all
  return all.filter(({ recorder, appender, replayer }) => {
    const lastWriter = appender ?? recorder
    return (replayer === 'here' || lastWriter === 'there') && (appender !== 'there' || recorder === 'there')
  })
}
