import { isGzip } from '../../body/inflate.ts'
import { modeSetting } from '../../options/mode.ts'

/**
 * Checks, without parsing it, whether interactions can be added to a file. They can't if the file is compressed, JSON, or in
 * YAML's flow style.
 *
 * @param bytes a go-vcr version 2 file
 */
export function takesAdditions(bytes: Uint8Array): boolean {
  if (isGzip(bytes)) return false
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))
  return !/^\s*[{[]/.test(head) && !/^interactions:[ \t]*\[(?!\s*\])/m.test(head)
}

/** Explains why nothing can be added to a file, and what to do. */
export function describeStyle(file: string): string {
  return (
    `Failed to record into ${file}: interactions can be added to go-vcr version 2 files in YAML's block style only. ` +
    `Record into a new file, or record this one again with ${modeSetting('record')}.`
  )
}

/** The list begins within these bytes, unless a longer comment precedes it. */
const HEAD_BYTES = 4096
