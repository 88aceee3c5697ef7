import { expect, test } from 'vitest'
import type { Client } from '../client.ts'
import type { Result } from '../trial/trial.ts'
import { judge } from './judge.ts'
import { makeResult } from './make-result.ts'

const call = async (): Promise<unknown> => undefined

/** Judges one trial of a client on one route, and returns its problem. */
function problemOf(
  trial: string,
  recorded: Partial<Result> | undefined,
  replayed: Partial<Result> | undefined,
  client: Partial<Client> = {},
): string | undefined {
  // The recording of a trial that is only replayed is that of another.
  const recording = { 'leave after a garbage collection': 'leave while replaying', 'changed request': 'plain' }[trial]
  const results = {
    recorded: recorded ? [makeResult({ trial: recording ?? trial, ...recorded })] : [],
    replayed: replayed ? [makeResult({ trial, ...replayed })] : [],
  }
  const calls = { plain: call, stream: call }
  const verdicts = judge({ name: 'a', routes: ['MSW 3'], calls, ...client }, results)
  const verdict = verdicts.find(({ check }) => check === trial)
  if (!verdict) throw new Error(`no verdict for ${trial}`)
  return verdict.problem
}

test('a replay passes if it shows and plays what was recorded', () => {
  expect(problemOf('plain', {}, {})).toBeUndefined()
})

test.each<[string, Partial<Result> | undefined, Partial<Result> | undefined, string]>([
  ['nothing ran', undefined, undefined, 'no result'],
  ['the recording failed', { seen: { error: 'TypeError: x' } }, undefined, 'recording: TypeError: x'],
  ['the recording failed, and was replayed', { seen: { error: 'x' } }, { seen: { error: 'x' } }, 'recording: x'],
  ['no cassette was written', {}, undefined, 'no result'],
  ['nothing was recorded', { statuses: [] }, {}, 'nothing is recorded'],
  ['the replay shows something else', {}, { seen: { value: '"bye"' } }, 'replay: {"value":"\\"bye\\""}'],
  ['the replay shows an error', {}, { seen: { error: 'x' } }, 'replay: {"error":"x"}'],
  ['another response was played', {}, { statuses: [429] }, 'replay of 200: 429'],
  ['a recording was not played', {}, { unplayed: 1 }, '1 unplayed, 0 mismatches'],
  ['a further request matched nothing', {}, { mismatches: 2 }, '0 unplayed, 2 mismatches'],
  ['nothing handled an error of the recording', { complaints: ['Error: a'] }, {}, 'Error: a'],
  ['nothing handled an error of the replay', {}, { complaints: ['Error: b'] }, 'Error: b'],
])('a replay fails if %s', (_, recorded, replayed, problem) => {
  expect(problemOf('plain', recorded, replayed)).toBe(problem)
})

test('a client either retries after 429, or shows the same error twice', () => {
  const refused = { seen: { error: 'slow down' }, statuses: [429] }
  const problem = (recorded: Partial<Result>, replayed: Partial<Result>) =>
    problemOf('429, then 200', recorded, replayed)
  expect(problem({ statuses: [429, 200] }, { statuses: [429, 200] })).toBeUndefined()
  expect(problem(refused, refused)).toBeUndefined()
  expect(problem(refused, {})).toBe('replay: {"value":"\\"hi\\""}')
  expect(problem({ seen: { error: 'x' }, statuses: [429, 200] }, {})).toBe('recording: x')
  expect(problem({}, {})).toBe('recorded 200 instead of 429, then 200')
})

test('a changed request has to fail with the text of the mismatch', () => {
  const missed = { mismatches: 1, seen: { error: 'x' } }
  const problem = (replayed: Partial<Result>) => problemOf('changed request', {}, replayed)
  expect(problem({ ...missed, text: 'message' })).toBeUndefined()
  expect(problem({ ...missed, text: 'field' })).toBeUndefined()
  expect(problem({ ...missed, text: 'nowhere' })).toBe('the text is not in the error: x')
  expect(problem({ mismatches: 1 })).toBe('the client reports no error')
  expect(problem({ seen: { error: 'x' } })).toBe('no mismatch')
})

test('a client that leaves while it records ends the request to the provider, and its recording can be replayed', () => {
  const left = { pieces: 4, ends: ['left'] }
  const problem = (recorded: Partial<Result>, replayed: Partial<Result>) =>
    problemOf('leave while recording', { ...left, ...recorded }, { pieces: 4, ...replayed })
  expect(problem({}, {})).toBeUndefined()
  expect(problem({ pieces: 60 }, {})).toBe('recording: 60 pieces arrived')
  expect(problem({}, { pieces: 60 })).toBe('replay: 60 pieces arrived')
  expect(problem({ ends: ['complete'] }, {})).toBe('the request to the provider went on')
  expect(problem({ statuses: [] }, {})).toBe('nothing is recorded')
  expect(problem({}, { mismatches: 1 })).toBe('0 unplayed, 1 mismatches')
  expect(problem({}, { complaints: ['Error: aborted'] })).toBe('Error: aborted')
})

test.each(['leave while replaying', 'leave after a garbage collection'])(
  '%s: the client gets no further words of a whole stream',
  (trial) => {
    expect(problemOf(trial, { pieces: 60 }, { pieces: 4 })).toBeUndefined()
    expect(problemOf(trial, { pieces: 60 }, { pieces: 60 })).toBe('replay: 60 pieces arrived')
    expect(problemOf(trial, { pieces: 60 }, { pieces: 4, complaints: ['Error: aborted'] })).toBe('Error: aborted')
    expect(problemOf(trial, { pieces: 3 }, { pieces: 3 })).toBe('recorded 3 pieces')
  },
)

test('the events of a replayed stream have to arrive in turns of their own', () => {
  const client: Client = { name: 'a', routes: ['MSW 3'], calls: { stream: call } }
  const judged = (turns: number) =>
    judge(client, {
      recorded: [makeResult({ trial: 'stream' })],
      replayed: [makeResult({ trial: 'stream', turns })],
    }).slice(0, 2)
  const verdict = { client: 'a', route: 'MSW 3', check: 'stream', problem: undefined }
  expect(judged(7)).toEqual([verdict, { ...verdict, check: 'events apart' }])
  const problem = '7 events in 6 turns of the event loop'
  expect(judged(6)).toEqual([verdict, { ...verdict, check: 'events apart', problem }])
})

test('a client that escapes has to be refused, and reported', () => {
  const reported = { seen: { error: 'x' }, complaints: ['CassetteEscapedError: 1 request'] }
  const problem = (recorded: Partial<Result>) => problemOf('plain', recorded, undefined, { escapes: 'always' })
  expect(problem(reported)).toBeUndefined()
  expect(problem({ ...reported, complaints: [] })).toBe('nothing is reported')
  expect(problem({ ...reported, ends: ['complete'] })).toBe('the request reached the provider')
})

test('each route is judged by its own results', () => {
  const client: Client = { name: 'a', routes: ['MSW 3', 'MSW 2'], calls: { tool: call } }
  const result = makeResult({ trial: 'tool' })
  expect(judge(client, { recorded: [result], replayed: [result] })).toEqual([
    { client: 'a', route: 'MSW 3', check: 'tool', problem: undefined },
    { client: 'a', route: 'MSW 2', check: 'tool', problem: 'no result' },
  ])
})
