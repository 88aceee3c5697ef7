import { CassetteSessionError } from '../errors/errors.ts'
import type { readUsage as readUsageInNode, totalCalls as totalCallsInNode } from './session-usage.ts'

/** Refuses to count, as `readUsage`. */
export const totalCalls: typeof totalCallsInNode = () => Promise.reject(new CassetteSessionError('Costs need Node.'))

/** Refuses to count: a page does not load the readers of protocols. */
export const readUsage: typeof readUsageInNode = () =>
  Promise.reject(new CassetteSessionError('session.usage() needs Node: the readers of protocols do not run in a page.'))
