import { cpuTime } from './cpu-time.ts'
import type { ImportTask, Outcome } from './task.ts'

/** Measures the CPU time to import packages and their dependencies, in ms. */
export async function measureImport({ packages }: ImportTask): Promise<Outcome> {
  const start = cpuTime()
  for (const name of packages) await import(name)
  return { amount: cpuTime() - start, reads: 0 }
}
