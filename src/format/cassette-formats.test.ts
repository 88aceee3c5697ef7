import { expect, test } from 'vitest'
import { cassetteFormats } from './cassette-formats.ts'

test('lists the formats in the order in which they are tried, without their functions', () => {
  expect(cassetteFormats).toEqual([
    { name: 'go-vcr-2', title: 'go-vcr version 2', access: 'read-write' },
    { name: 'vcrpy', title: 'VCR.py', access: 'read-write' },
    { name: 'go-vcr-1', title: 'go-vcr version 1', access: 'read-only' },
    { name: 'ruby-vcr', title: 'Ruby VCR', access: 'read-only' },
    { name: 'har', title: 'HAR', access: 'read-write' },
    { name: 'nock', title: 'nock', access: 'read-only' },
    { name: 'undici', title: 'undici SnapshotAgent', access: 'read-only' },
    { name: 'single-exchange', title: 'Datadog test agent or msw-snapshot', access: 'read-only' },
  ])
})
