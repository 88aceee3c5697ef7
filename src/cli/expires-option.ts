import { checkExpires, type Expires } from '../session/expiry.ts'
import { UsageError } from './command.ts'

/**
 * Reads the value of the option `--expires`.
 *
 * @throws UsageError
 */
export function toExpires(age: string): Expires {
  try {
    checkExpires(age, '--expires')
  } catch {
    throw new UsageError(`--expires is "${age}", and must be an age such as 90d, 12h or 30m.`)
  }
  return age as Expires
}
