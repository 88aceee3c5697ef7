import { type Input } from './find-inputs.ts';
/** An input and the name of its output. */
export interface PlannedOutput {
    readonly input: Input;
    /** The output's path relative to the folder of outputs. */
    readonly name: string;
}
/**
 * Names the output of each input, before anything is written.
 *
 * @param extension the extension of the outputs, with the dot
 * @throws UsageError if two outputs would have the same name, or names that are equal on some file systems
 */
export declare function planOutputs(inputs: readonly Input[], extension: string): PlannedOutput[];
