/** The output of a command. Control characters are escaped, so no file name and no message can control the terminal. */
export interface Terminal {
    /** Writes a line of the result. */
    out(text: string): void;
    /** Writes a line about a failure. */
    err(text: string): void;
    /** Shows the current step on a line that the next one replaces. Only on a terminal, and only after half a second of work. */
    progress(text: string): void;
    /** Removes the progress line. */
    end(): void;
}
/** The part of `process.stdout` and `process.stderr` that a terminal uses. */
export interface TerminalStream {
    readonly isTTY?: boolean;
    readonly columns?: number;
    write(text: string): unknown;
}
/**
 * Creates a terminal that writes to the streams of a process.
 *
 * @param now returns the time in ms; default `performance.now`
 */
export declare function createTerminal({ stdout, stderr }: {
    readonly stdout: TerminalStream;
    readonly stderr: TerminalStream;
}, now?: () => number): Terminal;
/** Replaces line breaks: a file name can contain one, but a message about it must be one line. */
export declare function oneLine(text: string): string;
