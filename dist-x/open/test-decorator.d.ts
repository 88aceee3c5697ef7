import type { CassetteOptions } from '../session/cassette-options.ts';
import { type CassetteSource } from '../session/cassette-source.ts';
import type { Session } from '../session/session.ts';
import type { Opening } from './prepare-session.ts';
type TestFunction<This, Args extends unknown[], Result> = (this: This, ...args: Args) => Result;
type Wrapped<This, Args extends unknown[], Result> = TestFunction<This, Args, Promise<Awaited<Result>>>;
/** The result of `withCassette` without a function: a decorator for a class method, in both dialects. */
export interface CassetteDecorator {
    /** Standard decorators. */
    <This, Args extends unknown[], Result>(method: TestFunction<This, Args, Result>, context: ClassMethodDecoratorContext): Wrapped<This, Args, Result>;
    /** TypeScript's `experimentalDecorators`. */
    (target: object, name: string | symbol, descriptor: PropertyDescriptor): PropertyDescriptor;
}
/** The forms of `withCassette`. */
export interface WithCassette {
    <This, Args extends unknown[], Result>(fn: TestFunction<This, Args, Result>): Wrapped<This, Args, Result>;
    <This, Args extends unknown[], Result>(source: CassetteSource, fn: TestFunction<This, Args, Result>): Wrapped<This, Args, Result>;
    <This, Args extends unknown[], Result>(options: CassetteOptions, fn: TestFunction<This, Args, Result>): Wrapped<This, Args, Result>;
    <This, Args extends unknown[], Result>(source: CassetteSource, options: CassetteOptions, fn: TestFunction<This, Args, Result>): Wrapped<This, Args, Result>;
    (source?: CassetteSource, options?: CassetteOptions): CassetteDecorator;
    (options: CassetteOptions): CassetteDecorator;
}
/** The entry point for which `withCassette` is created. */
interface Entry {
    createSession(opening: Opening): Session;
    /** Refuses to begin a test whose requests would not reach its session. */
    assertReachable(session: Session): Promise<void>;
}
/**
 * Finds the session of the running test.
 *
 * @param hasEntryPoint tells whether a session belongs to the entry point
 */
export declare function findTestSession<S extends Session>(hasEntryPoint: (session: Session) => session is S): S | undefined;
/** Creates `withCassette` for an entry point. */
export declare function createWithCassette(entry: Entry): WithCassette;
export {};
