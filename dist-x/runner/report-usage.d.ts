import type { Session } from '../session/session.ts';
import { type CassetteUsage } from './cassette-usage.ts';
/** Receives the usage of a test. A runner's setup file provides it. */
export type UsageListener = (usage: CassetteUsage, testFile: string, outcome: 'passed' | 'failed') => void;
/** Sets the listener that receives usages in runners other than Vitest. It replaces the previous one. */
export declare function setUsageListener(listener: UsageListener): void;
/**
 * Reports how a test used its cassette: in Vitest to the running test, in other runners to the listener.
 *
 * @param session the session of the test
 * @param args the arguments of the test function
 * @param outcome the result of the test; recordings of a failing test are not saved
 */
export declare function reportUsage(session: Session, args: readonly unknown[], outcome: 'passed' | 'failed'): void;
