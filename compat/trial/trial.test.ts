import { expect, test } from 'vitest'
import type { Client } from '../client.ts'
import { replayOnly, trialsOf } from './trial.ts'

const call = async (): Promise<unknown> => undefined
const namesOf = (calls: Client['calls'], escapes?: 'always') =>
  trialsOf({ name: 'a', calls, ...(escapes && { escapes }) }).map(
    ({ name, cassette = name }) => `${name} (${cassette})`,
  )

test('a client with a plain call and a stream is tried in every way, and each changed request uses the cassette of its call', () => {
  expect(namesOf({ plain: call, stream: call, embed: call })).toEqual([
    'plain (plain)',
    'stream (stream)',
    'embed (embed)',
    '429, then 200 (429, then 200)',
    'changed request (plain)',
    'changed request for a stream (stream)',
    'leave while recording (leave while recording)',
    'leave while replaying (leave while replaying)',
    'leave after a garbage collection (leave while replaying)',
  ])
})

test('a client that only has streams changes the request of a stream once', () => {
  expect(namesOf({ stream: call })).toEqual([
    'stream (stream)',
    '429, then 200 (429, then 200)',
    'changed request (stream)',
    'leave while recording (leave while recording)',
    'leave while replaying (leave while replaying)',
    'leave after a garbage collection (leave while replaying)',
  ])
})

test('calls with other names are only recorded and replayed, and so are all calls of a client whose requests are refused', () => {
  expect(namesOf({ tool: call })).toEqual(['tool (tool)'])
  expect(namesOf({ plain: call, stream: call }, 'always')).toEqual(['plain (plain)', 'stream (stream)'])
})

test('a trial has a cassette of its own if and only if it is recorded', () => {
  const trials = trialsOf({ name: 'a', calls: { plain: call, stream: call } })
  const borrowing = trials.flatMap(({ name, cassette }) => (cassette ? [name] : []))
  expect(borrowing.toSorted()).toEqual(replayOnly.toSorted())
})
