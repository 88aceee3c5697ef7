/** How to recognize the last event of a provider's stream: by its text, its name, or a member of its JSON. */
export type TerminalEvent = {
    readonly provider: string;
} & ({
    readonly text: string;
}
/** The value of `event:`, or the type of a message of AWS. */
 | {
    readonly name: string;
}
/**
 * The path of a member, with `*` for each element of a list. Without `values`, each value except null, false and '' counts.
 * `only`: another member that the JSON must have.
 */
 | {
    readonly path: string;
    readonly values?: readonly (string | boolean)[];
    readonly only?: string;
});
/** The last events of all known streams. The connection ends shortly after one of them. */
export declare const terminalEvents: readonly TerminalEvent[];
