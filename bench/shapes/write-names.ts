import { readFileSync, writeFileSync } from 'node:fs'
import { withNamesTable } from './names-table.ts'

// Writes the table of names in docs/secrets.md from src/secret/credential-names.ts.
const page = new URL('../../docs/secrets.md', import.meta.url)
writeFileSync(page, withNamesTable(readFileSync(page, 'utf8')))
