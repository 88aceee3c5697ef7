import type { Terminal } from './terminal.ts';
/** A command of `msw-cassette`. */
export interface Command {
    /** The first argument that selects it. */
    readonly name: string;
    /** One line, for the list of commands. */
    readonly summary: string;
    /** The output of `--help`. */
    readonly help: string;
    /**
     * Runs the command.
     *
     * @param args the arguments after the command's name
     * @throws UsageError if the arguments are wrong
     */
    run(args: readonly string[], terminal: Terminal): ExitCode;
}
/** The exit codes: everything was done, something failed, or the arguments were wrong and nothing was done. */
export declare const exitCodes: {
    readonly done: 0;
    readonly failed: 1;
    readonly usage: 2;
};
/** One of `exitCodes`. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
/** The arguments are wrong. */
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
