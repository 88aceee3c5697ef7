import type { ImportTask, Outcome } from './task.ts'

/** The time to import a package and all that it imports, in ms. */
export async function measureImport({ packages }: ImportTask): Promise<Outcome> {
  const start = performance.now()
  for (const name of packages) await import(name)
  return { amount: performance.now() - start, reads: 0 }
}
