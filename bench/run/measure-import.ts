import type { ImportTask, Outcome } from './task.ts'

/** Measures the time to import packages and their dependencies, in ms. */
export async function measureImport({ packages }: ImportTask): Promise<Outcome> {
  const start = performance.now()
  for (const name of packages) await import(name)
  return { amount: performance.now() - start, reads: 0 }
}
