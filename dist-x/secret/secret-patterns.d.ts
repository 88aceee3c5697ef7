/** A kind of credential that can be recognized in any text. */
export interface SecretPattern {
    /** A name for messages, such as `an OpenAI key`. */
    readonly kind: string;
    /** A global pattern that matches the credential itself. */
    readonly pattern: RegExp;
}
/**
 * The credentials that can be recognized by a prefix of the provider or by a distinctive form. Each pattern is so long that it
 * matches no prose and no id of a response; patterns that could match words require a digit.
 */
export declare const secretPatterns: readonly SecretPattern[];
