import type { FetchSession } from '../open/fetch-session.ts'
import { createFetchSession } from '../open/open-fetch-session.ts'
import { createSweepCuts, type SweepCuts } from './create-sweep-cuts.ts'

/** Like `sweepCuts` of `msw-cassette`, without MSW: the code under test uses `session.fetch`. */
export const sweepCuts: SweepCuts<FetchSession> = /* @__PURE__ */ createSweepCuts(createFetchSession)
