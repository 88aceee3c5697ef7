import type { Result } from '../trial/trial.ts'

/** Makes the result of a trial that passed: a request that was answered with 200, and a text that the client shows. */
export function makeResult(changes: Partial<Result> = {}): Result {
  return {
    client: 'a',
    route: 'MSW 3',
    trial: 'plain',
    seen: { value: '"hi"' },
    milliseconds: 100,
    pieces: 0,
    turns: 0,
    statuses: [200],
    unplayed: 0,
    mismatches: 0,
    text: 'nowhere',
    ends: [],
    complaints: [],
    ...changes,
  }
}
