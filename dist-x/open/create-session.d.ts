import { type Opening } from './prepare-session.ts';
import { PublicSession } from './public-session.ts';
/** Opens a cassette, and returns the session as the library itself uses it. */
export declare function createSession(opening: Opening): PublicSession;
