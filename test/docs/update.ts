import { readFileSync, writeFileSync } from 'node:fs'
import { pages, updateBlocks } from './blocks.ts'

// Copies the files of `examples/` into the blocks that show them: `npm run docs:update`.

for (const page of pages) {
  const text = readFileSync(page, 'utf8')
  const updated = updateBlocks(text)
  if (updated !== text) writeFileSync(page, updated)
}
