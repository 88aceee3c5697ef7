import { type SecretSet } from './redacted.ts';
import type { IsParameter } from './url-credentials.ts';
/**
 * Replaces the fields of a multipart form that carry credentials.
 *
 * @param text the body; a binary string if it is not UTF-8
 * @param isParameter selects the fields to replace
 * @param secrets receives the replaced values
 * @returns the body; unchanged if it is not multipart
 */
export declare function redactMultipart(text: string, isParameter: IsParameter, secrets: SecretSet): string;
