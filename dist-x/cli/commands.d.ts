import type { Command } from './command.ts';
/** The commands of `msw-cassette`, in the order in which its help lists them. */
export declare const commands: readonly Command[];
