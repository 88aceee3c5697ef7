import { expect, test } from 'vitest'
import { type PeerResult, toPeersSection } from './peers-section.ts'

const result = (name: PeerResult['name'], request: number, reads: number, probe: PeerResult['probe']): PeerResult => ({
  name,
  rounds: [1, 2, 1.5].map((factor) => [
    { request: request * factor, reads },
    { request: 2, reads: 3 },
  ]),
  probe,
})

test('shows each library with its ratios, its behaviour, and the measures in which it is ahead', () => {
  const results = [
    result('hand-written', 2, 3, { content: 'same', unknown: 'answered' }),
    result('cassette', 2, 500, { content: 'same', unknown: 'refused' }),
    result('undici', 1, 1, { content: 'same', unknown: 'network' }),
    result('aimock', 4, 40, { content: 'other', unknown: 'refused' }),
  ]
  expect(toPeersSection(results, 'undici 7')).toEqual([
    '| | through | request |',
    '| --- | --- | --- |',
    '| hand-written handler | MSW 3 | 1.5 (1–2) |',
    '| msw-cassette | MSW 3 | 1.5 (1–2) |',
    '| SnapshotAgent | a dispatcher | 0.75 (0.5–1) |',
    '| aimock | a server | 3 (2–4) |',
    '',
    'How each library behaves:',
    '',
    '| | through | keeps 500 events apart | replays the recorded bytes | compares bodies | refuses other requests |',
    '| --- | --- | --- | --- | --- | --- |',
    '| hand-written handler | MSW 3 | no, 3 reads | yes | no | no, answers them |',
    '| msw-cassette | MSW 3 | yes | yes | yes | yes |',
    '| SnapshotAgent | a dispatcher | no, 1 read | yes | yes | no, sends them |',
    '| aimock | a server | no, 40 reads | no | yes | yes |',
    '',
    'The libraries that need less time, by their medians:',
    '',
    '- than msw-cassette (MSW 3, 1.5) for “request”: SnapshotAgent 0.75',
    '',
    'Versions: undici 7.',
  ])
})
