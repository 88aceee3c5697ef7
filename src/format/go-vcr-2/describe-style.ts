import { modeSetting } from '../../options/mode.ts'
import { showPath } from '../../storage/show-path.ts'

/** Explains why nothing can be added to a file, and what to do. */
export function describeStyle(file: string): string {
  return (
    `Failed to record into ${showPath(file)}: interactions can be added to go-vcr version 2 files in YAML's block style only. ` +
    `Record into a new file, or record this one again with ${modeSetting('record')}.`
  )
}
