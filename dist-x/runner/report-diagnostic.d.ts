import type { Session } from '../session/session.ts';
/**
 * Prints how a test used its cassette, if the runner can attach a message to a test. node:test can, with `t.diagnostic`.
 *
 * @param args the arguments of the test function
 * @param session the session of the test
 * @param outcome the result of the test; recordings of a failing test are not saved
 */
export declare function reportDiagnostic(args: readonly unknown[], { path, replayed, unplayed, recorded }: Session, outcome: 'passed' | 'failed'): void;
/** Whether the first argument of a test function is the context of node:test. */
export declare function hasDiagnostic(context: unknown): context is {
    diagnostic(message: string): void;
};
