import { readFileSync, writeFileSync } from 'node:fs'
import type { Report } from './format-report.ts'

const [BEGIN, END] = ['<!-- begin: npm run test:compat -->', '<!-- end -->']

/** Writes the tables to docs/clients.md and the summary to the README. */
export function writeDocuments({ tables, summary }: Report): void {
  replaceSection('docs/clients.md', tables)
  replaceSection('README.md', summary)
}

function replaceSection(path: string, text: string): void {
  const file = new URL(`../../${path}`, import.meta.url)
  const document = readFileSync(file, 'utf8')
  const begin = document.indexOf(BEGIN)
  const end = document.indexOf(END, begin)
  if (begin < 0 || end < 0) throw new Error(`${path} has no section between ${BEGIN} and ${END}`)
  writeFileSync(file, `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`)
}
