import type { Route } from '../client.ts'
import { CHANGED, LEAVE_RECORDING, LEAVE_REPLAY } from '../trial/trial.ts'
import type { Verdict } from './judge.ts'

/** A check that fails because of the client, or of MSW. */
export interface KnownFault {
  /** The client or clients. */
  readonly client: string | RegExp
  readonly check: string
  /** Default: all. */
  readonly routes?: readonly Route[]
  /** Shown below the tables. */
  readonly reason: string
}

/** The faults that are not those of this library. One that no longer occurs fails the run, so that it is removed. */
export const knownFaults: readonly KnownFault[] = [
  {
    client: /NodeHttpHandler|^axios$|^got$|^node-fetch$/,
    check: LEAVE_RECORDING,
    routes: ['MSW 2'],
    reason: 'MSW 2 does not report that a client of `node:http` has left, so the request to the provider goes on.',
  },
  ...['stream', LEAVE_REPLAY].map((check) => ({
    client: 'got',
    check,
    routes: ['MSW 2' as const],
    reason:
      "On MSW 2, `got.stream` fails after one chunk if a handler returns the body of another `fetch`, as recording does; the same happens with a handler of one's own.",
  })),
  {
    client: 'llamaindex',
    check: LEAVE_RECORDING,
    reason: 'It has no option for a signal. If the loop over a stream is left, its request goes on, without MSW, too.',
  },
  ...[LEAVE_RECORDING, LEAVE_REPLAY].map((check) => ({
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
