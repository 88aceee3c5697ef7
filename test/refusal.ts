import { CassetteError } from '../src/errors/errors.ts'

/** The CassetteError that a function throws. Any other error fails the test. */
export function refusal(run: () => unknown): CassetteError | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof CassetteError) return error
    throw error
  }
  return undefined
}
