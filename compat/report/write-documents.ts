import { readFileSync, writeFileSync } from 'node:fs'
import { replaceSection } from '../../test/docs/replace-section.ts'
import type { Report } from './format-report.ts'

/** Writes the tables to docs/clients.md and the summary to the README. */
export function writeDocuments({ tables, summary }: Report): void {
  write('docs/clients.md', tables)
  write('README.md', summary)
}

function write(path: string, text: string): void {
  const file = new URL(`../../${path}`, import.meta.url)
  writeFileSync(file, replaceSection({ document: readFileSync(file, 'utf8'), command: 'npm run test:compat', text }))
}
