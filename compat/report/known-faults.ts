import type { Route } from '../client.ts'
import { CHANGED, CHANGED_STREAM, LEAVE_COLLECTED, LEAVE_RECORDING, LEAVE_REPLAY, RETRY } from '../trial/trial.ts'
import type { Verdict } from './judge.ts'

/** A check that fails because of the client, or of MSW. */
export interface KnownFault {
  /** The client or clients. */
  readonly client: string | RegExp
  readonly check: string
  /** Default: all. */
  readonly routes?: readonly Route[]
  /** Present if it depends on chance, so that a run without it does not fail. */
  readonly occurs?: 'sometimes'
  /** Shown below the tables. */
  readonly reason: string
}

const LOST_SIGNAL =
  'It loses its signal with the next garbage collection, so that an abort no longer ends a stream, without MSW, too.'

/** The faults that are not those of this library. A run without one fails, so that it is removed. */
export const knownFaults: readonly KnownFault[] = [
  {
    client: /NodeHttpHandler|^axios$|^got$|^node-fetch$/,
    check: LEAVE_RECORDING,
    routes: ['MSW 2'],
    reason: 'MSW 2 does not report that a client of `node:http` has left, so the request to the provider goes on.',
  },
  {
    client: 'llamaindex',
    check: LEAVE_RECORDING,
    reason: 'It has no option for a signal. If the loop over a stream is left, its request goes on, without MSW, too.',
  },
  { client: 'ky', check: LEAVE_COLLECTED, routes: ['MSW 3', 'session.fetch', 'server'], reason: LOST_SIGNAL },
  { client: /@mistralai\/mistralai|FetchHttpHandler/, check: LEAVE_COLLECTED, reason: LOST_SIGNAL },
  // The engine can collect the garbage earlier.
  ...[LEAVE_RECORDING, LEAVE_REPLAY].map((check) => ({
    client: /^ky$|@mistralai\/mistralai|FetchHttpHandler/,
    check,
    occurs: 'sometimes' as const,
    reason: LOST_SIGNAL,
  })),
  {
    client: 'got',
    check: 'form-data upload',
    reason:
      'It accepts only streams of Node, and a form of the package form-data is not one, without MSW, too. Pass the global `FormData`.',
  },
  {
    client: /^axios/,
    check: CHANGED_STREAM,
    reason:
      "With `responseType: 'stream'`, the body of an error is a stream, too: read `error.response.data`. The test still fails with the message at its end.",
  },
  {
    client: 'superagent',
    check: CHANGED_STREAM,
    reason:
      '`pipe` reports no error for a response such as 400, and writes its body to the stream, without MSW, too. The test still fails with the message at its end.',
  },
  ...[LEAVE_RECORDING, LEAVE_REPLAY, LEAVE_COLLECTED].map((check) => ({
    client: 'superagent',
    check,
    reason:
      'If a piped request is aborted, its response emits an error that nothing handles and that ends the process, without MSW, too.',
  })),
  {
    client:
      /^(?:@openai\/agents-realtime|@elevenlabs\/elevenlabs-js|@mistralai\/mistralai \(Realtime|ai \(streamTranscribe\), @ai-sdk\/openai)/,
    check: CHANGED,
    reason:
      'It reports only that the connection has ended, without the code and the reason of the close. The difference is in `session.mismatches`, and fails the test.',
  },
  ...[
    'stream',
    'tool',
    'audio',
    'close by the server',
    'events apart',
    RETRY,
    LEAVE_RECORDING,
    LEAVE_REPLAY,
    LEAVE_COLLECTED,
    CHANGED_STREAM,
  ].map((check) => ({
    client: '@openai/agents-realtime',
    check,
    routes: ['server'] as const,
    occurs: 'sometimes' as const,
    reason:
      'It sends the settings of its tracing as soon as the session is created, before or after those of its session. If the recording has an answer between the two, they can come too early for `unordered`. Record again until both follow each other.',
  })),
]

/** Finds the fault that explains a failed check. */
export function explain({ client, check, route }: Verdict): KnownFault | undefined {
  return knownFaults.find(
    (fault) =>
      (typeof fault.client === 'string' ? fault.client === client : fault.client.test(client)) &&
      fault.check === check &&
      (fault.routes?.includes(route) ?? true),
  )
}
