import { type SecretSet } from './redacted.ts';
/**
 * Replaces every occurrence of known credentials in a text: in plain form, and as encoded in JSON, URLs and base64.
 *
 * @param patterns global patterns of other text to replace
 */
export declare function redactKnownSecrets(text: string, secrets: SecretSet, patterns: readonly RegExp[]): string;
