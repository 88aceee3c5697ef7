import type { Peer } from '../run/peer.ts'

/** A library in the comparison. */
export interface PeerEntry {
  readonly title: string
  /** How it intercepts requests. */
  readonly through: string
  load(): Promise<Peer>
}

/** All libraries. Each is compared with the first. */
export const peers = {
  'hand-written': { title: 'hand-written handler', through: 'MSW 3', load: () => import('../ours/hand-written.ts') },
  cassette: { title: 'msw-cassette', through: 'MSW 3', load: () => import('../ours/cassette.ts') },
  'cassette-msw-2': { title: 'msw-cassette', through: 'MSW 2', load: () => import('./peer/msw-cassette.ts') },
  'msw-snapshot': { title: 'msw-snapshot', through: 'MSW 2', load: () => import('./peer/msw-snapshot.ts') },
  'msw-source': { title: '@msw/source', through: 'MSW 2', load: () => import('./peer/msw-source.ts') },
  nock: { title: 'nock', through: 'patched http and fetch', load: () => import('./peer/nock.ts') },
  aimock: { title: 'aimock', through: 'a server', load: () => import('./peer/aimock.ts') },
  undici: { title: 'SnapshotAgent', through: 'a dispatcher', load: () => import('./peer/undici.ts') },
  polly: { title: 'Polly', through: 'patched fetch', load: () => import('./peer/polly.ts') },
  'session-fetch': { title: 'session.fetch', through: 'its own fetch', load: () => import('../ours/session-fetch.ts') },
  stub: { title: 'stub', through: 'its own fetch', load: () => import('../ours/stub-fetch.ts') },
} satisfies Record<string, PeerEntry>

/** The name of a library. */
export type PeerName = keyof typeof peers

/** Whether a library of this name is part of the comparison. */
export function isPeerName(name: string): name is PeerName {
  return name in peers
}
