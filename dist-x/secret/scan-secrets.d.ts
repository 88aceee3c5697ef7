import { type Interaction } from '../cassette.ts';
import type { SecretFinding } from '../errors/errors.ts';
/**
 * Searches interactions, in plain and decoded form, for strings that look like credentials: those that redaction missed.
 *
 * @param interactions the interactions to be saved
 * @param allowed patterns of strings that look like credentials but are not
 * @returns the place and the kind of each finding, never the credential itself
 */
export declare function scanSecrets(interactions: readonly Interaction[], allowed?: readonly RegExp[]): SecretFinding[];
/**
 * Searches the text of an existing cassette for strings that look like credentials.
 *
 * @returns the line and the kind of each finding; if a credential spans several lines, the line is not given
 */
export declare function scanText(text: string, allowed?: readonly RegExp[]): SecretFinding[];
