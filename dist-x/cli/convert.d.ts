import { type Command } from './command.ts';
/** Reads cassettes of any format and writes them in one format. */
export declare const convert: Command;
