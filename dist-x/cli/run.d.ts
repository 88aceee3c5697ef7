import { type ExitCode } from './command.ts';
import type { Terminal } from './terminal.ts';
/**
 * Runs a command line.
 *
 * @param args the arguments after the program's name
 * @returns the exit code
 */
export declare function run(args: readonly string[], terminal: Terminal): ExitCode;
