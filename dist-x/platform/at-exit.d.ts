/**
 * Runs a synchronous task when the process exits, if it was not cancelled before. It needs one listener for all tasks: Node warns
 * about the eleventh. Without a process, as in a page, the task never runs.
 *
 * @returns a function that cancels the task
 */
export declare function runAtExit(task: () => void): () => void;
