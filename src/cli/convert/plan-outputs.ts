import { UsageError } from '../command.ts'
import { CASSETTE_NAME, type Input } from '../find-inputs.ts'

/** An input and the name of its output. */
export interface PlannedOutput {
  readonly input: Input
  /** The output's path relative to the folder of outputs. */
  readonly name: string
}

/**
 * Names the output of each input, before anything is written.
 *
 * @param extension the extension of the outputs, with the dot
 * @throws UsageError if two outputs would have the same name, or names that are equal on some file systems
 */
export function planOutputs(inputs: readonly Input[], extension: string): PlannedOutput[] {
  const outputs = inputs.map((input) => ({ input, name: input.name.replace(CASSETTE_NAME, '') + extension }))
  const taken = new Map<string, PlannedOutput>()
  for (const output of outputs) {
    const key = output.name.normalize().toLowerCase()
    const other = taken.get(key)
    if (other) refuse(other, output)
    taken.set(key, output)
  }
  return outputs
}

function refuse(first: PlannedOutput, second: PlannedOutput): never {
  const names =
    first.name === second.name ? first.name : `${first.name} and ${second.name}, which some file systems take for one`
  throw new UsageError(
    `${first.input.path} and ${second.input.path} would both be written to ${names}. Nothing was written. Convert them into folders of their own.`,
  )
}
