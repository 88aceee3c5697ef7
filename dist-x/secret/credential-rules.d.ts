import type { HeaderPair } from '../cassette.ts';
import type { RedactOptions } from './redact-options.ts';
import { type SecretSet } from './redacted.ts';
/**
 * Finds and replaces credentials in two steps: first in known places, such as an `api_key` parameter, which also collects their
 * values; then every other occurrence of these values.
 */
export declare class CredentialRules {
    #private;
    constructor({ headers, query, json, patterns }: RedactOptions);
    /** Adds the credentials in headers to the secrets. */
    findInHeaders(headers: Iterable<HeaderPair>, secrets: SecretSet): void;
    /** Replaces the credentials in known places of a URL, and adds them to the secrets. */
    redactUrl(url: string, secrets: SecretSet): string;
    /** Replaces the value of a header that carries a credential. In other headers, replaces the credentials in URLs. */
    redactHeader(name: string, value: string, secrets: SecretSet): string;
    /**
     * Replaces the credentials in known places of a body, and adds them to the secrets. The body can be a form or contain JSON.
     *
     * @param text the body; a binary string if it is not UTF-8
     */
    redactBody(text: string, contentType: string, secrets: SecretSet): string;
    /** Replaces every occurrence of the secrets, and every match of the patterns. */
    redactEverywhere(text: string, secrets: SecretSet): string;
}
