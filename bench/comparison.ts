import type { Task } from './run/task.ts'

/** Two tasks whose results are compared. */
export interface Comparison {
  readonly name: string
  readonly task: Task
  /** The task that it is compared with. */
  readonly baseline: Task
  /** How the results are compared: `'ms more'` is for tasks of a few milliseconds, of which the baseline is only a small part. Default `'ratio'`. */
  readonly by?: 'ratio' | 'ms more'
  /** The ratio, or the number of ms, that is aimed at, if it is not reached yet. */
  readonly goal?: number
  /** The bench fails if the ratio is higher: something has become slower. Without it, the row is only informative. */
  readonly maxRatio?: number
}
