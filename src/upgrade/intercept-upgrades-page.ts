import type {
  interceptUpgrades as interceptInNode,
  keepUpgrades as keepInNode,
  rememberRequests as rememberInNode,
} from './intercept-upgrades.ts'

// A page has only the global `WebSocket`.

/** Does nothing. */
export const interceptUpgrades: typeof interceptInNode = () => {}

/** Does nothing. */
export const keepUpgrades: typeof keepInNode = () => {}

/** Does nothing. */
export const rememberRequests: typeof rememberInNode = () => []
