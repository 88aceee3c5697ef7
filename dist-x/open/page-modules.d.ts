import type { SessionModules } from '../session/session-modules.ts';
/** The parts of a session in a page. Only the parts that a replay always needs are loaded from the start. */
export declare const sessionModules: SessionModules;
