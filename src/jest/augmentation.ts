import type { CassetteMatchers } from '../vitest/matchers.ts'

declare global {
  namespace jest {
    // Without a default for `T`, since @types/jest and Vitest declare different ones.
    interface Matchers<R, T> extends CassetteMatchers<R> {}
  }
}
