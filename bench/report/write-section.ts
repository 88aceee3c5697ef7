import { readFileSync, writeFileSync } from 'node:fs'
import { replaceSection, type SectionName } from './replace-section.ts'

const page = new URL('../../docs/speed.md', import.meta.url)

/**
 * Replaces a section of `docs/speed.md` by what a bench has measured, if `npm run docs:speed` has started the bench.
 *
 * @throws Error if the page has no such section
 */
export function writeSection(name: SectionName, lines: readonly string[]): void {
  if (process.env.SPEED_PAGE !== 'write') return
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), name, lines))
}
