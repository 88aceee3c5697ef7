import type { CassetteMatchers } from '../vitest/matchers.ts';
declare global {
    namespace jest {
        interface Matchers<R, T> extends CassetteMatchers<R> {
        }
    }
}
