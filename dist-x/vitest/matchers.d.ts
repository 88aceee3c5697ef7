import type { CassetteSession } from '../open/public-session.ts';
/** The matchers for `expect(cassette)`. */
export interface CassetteMatchers<R = unknown> {
    /** Every interaction was played. */
    toBeFullyPlayed(): R;
    /** Exactly this many interactions were played. */
    toHavePlayed(count: number): R;
    /** At least one request was sent whose JSON body has these members, compared like `toMatchObject`. */
    toHaveRequested(body: object): R;
}
interface AssertionResult {
    readonly pass: boolean;
    readonly message: () => string;
    readonly expected?: unknown;
    readonly actual?: unknown;
}
interface MatcherState {
    equals(a: unknown, b: unknown): boolean;
}
/** The matchers, for `expect.extend`. */
export declare const matchers: {
    toBeFullyPlayed(cassette: CassetteSession): AssertionResult;
    toHavePlayed(cassette: CassetteSession, count: number): AssertionResult;
    toHaveRequested(this: MatcherState, cassette: CassetteSession, body: object): AssertionResult;
};
export {};
