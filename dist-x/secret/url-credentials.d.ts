import { type SecretSet } from './redacted.ts';
/** Whether a parameter of this name carries a credential. */
export type IsParameter = (name: string) => boolean;
/**
 * Replaces the fields of a form, or the parameters of a query, that carry credentials.
 *
 * @param form such as `grant_type=x&client_secret=y`
 * @param isParameter selects the parameters to replace
 * @param secrets receives the replaced values, decoded
 */
export declare function redactForm(form: string, isParameter: IsParameter, secrets: SecretSet): string;
/**
 * Replaces the credentials in the URLs of a text: in parameters, in fragments, and before the host.
 *
 * @param text any text
 * @param isParameter selects the parameters to replace
 * @param secrets receives the replaced values, decoded
 */
export declare function redactUrls(text: string, isParameter: IsParameter, secrets: SecretSet): string;
