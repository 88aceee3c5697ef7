import type { SessionModules } from '../session/session-modules.ts';
/** The parts of a session in Node. Only the steps of a recording are loaded later: most test runs record nothing. */
export declare const sessionModules: SessionModules;
