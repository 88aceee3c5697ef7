/**
 * Tells whether an error already shows a mismatch, as the errors of most SDKs do: their message contains the body of the 400, as text
 * or as JSON.
 *
 * @param errors the errors that the test runner prints
 * @param mismatch the mismatch
 */
export declare function showsMismatch(errors: readonly unknown[], mismatch: Error): boolean;
