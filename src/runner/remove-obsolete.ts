import { removeFromGoVcr2 } from '../format/go-vcr-2/remove.ts'
import { removeCassette } from '../storage/cassette-folder.ts'
import { updateCassetteFile } from '../storage/update-cassette-file.ts'
import type { Obsolete } from './obsolete.ts'

/** Removes what no test needs from the disk; interactions only from files whose style allows it. */
export function removeObsolete({ files, interactions }: Obsolete): void {
  for (const file of files) removeCassette(file)
  for (const { file, indexes } of interactions) {
    updateCassetteFile(file, (text = '') => removeFromGoVcr2(text, indexes) ?? text)
  }
}
