import { changeItems } from '../format/go-vcr-2/change-items.ts'
import { removeCassette } from '../storage/cassette-folder.ts'
import { updateCassetteFile } from '../storage/update-cassette-file.ts'
import type { ObsoleteItems } from './find-obsolete.ts'

/** Removes obsolete cassettes and interactions from the disk. Interactions stay in files that can't be edited in place. */
export function removeObsolete({ files, interactions }: ObsoleteItems): void {
  for (const file of files) removeCassette(file)
  for (const { file, indexes } of interactions) {
    updateCassetteFile(file, (text = '') => changeItems(text, { removed: indexes }) ?? text)
  }
}
