import type { FullConfig } from '@playwright/test'
import { isCi } from '../platform/environment.ts'

/**
 * Converts Playwright's update mode to that of other runners: `all` with `-u`, `none` in CI.
 *
 * @param updateSnapshots the mode of the configuration or of the command line; `changed` is that of `-u`
 */
export function toUpdateMode(updateSnapshots: FullConfig['updateSnapshots']): 'all' | 'new' | 'none' {
  if (updateSnapshots === 'all' || updateSnapshots === 'changed') return 'all'
  return updateSnapshots === 'none' || isCi() ? 'none' : 'new'
}
