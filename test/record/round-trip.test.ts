import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import type { Interaction } from '../../src/cassette.ts'
import { appendGoVcr2 } from '../append-go-vcr-2.ts'
import { corpus, corpusFiles } from '../corpus.ts'
import { makeTempFolder } from '../temp-folder.ts'

const files = corpusFiles('go-vcr-v2')

test.skipIf(corpus === 'absent')('the corpus has cassettes', () => {
  expect(files.length).toBeGreaterThan(100)
})

/** Reads the interactions as plain objects, with the line numbers, which appending must not change. */
const read = (text: string): Interaction[] =>
  parseCassette(text).interactions.map((interaction) => ({ ...interaction }))

test.skipIf(corpus === 'absent')(
  'a session that records nothing changes no byte of a real cassette',
  async () => {
    const folder = makeTempFolder()
    for (const { name, file } of files) {
      const copy = join(folder, name)
      copyFileSync(file, copy)
      const session = openCassette(copy, { mode: 'new-episodes', onUnplayed: 'ignore' })
      await session.close()
      expect({ name, same: readFileSync(copy).equals(readFileSync(file)) }).toEqual({ name, same: true })
    }
  },
  60_000,
)

test.skipIf(corpus === 'absent')(
  'adding an interaction to a real cassette changes nothing else in it',
  () => {
    const [added] = parseCassette(
      readFileSync('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml'),
    ).interactions
    if (!added) throw new Error('the fixture is empty')
    for (const { name, file } of files) {
      const text = readFileSync(file, 'utf8')
      const before = read(text)
      const longer = appendGoVcr2(text, [added]) ?? 'refused'
      const { line: _, ...last } = read(longer).at(-1) ?? added
      const { line: __, ...expected } = added
      expect({ name, lost: lostCharacters(text, longer) }).toEqual({
        name,
        lost: before.length === 0 ? '[]'.length : 0,
      })
      expect({ name, before: read(longer).slice(0, -1), last }).toEqual({ name, before, last: expected })
    }
  },
  60_000,
)

/** How many characters of a text are lost in a longer text that should only insert something into it. */
function lostCharacters(text: string, longer: string): number {
  let start = 0
  while (start < text.length && text[start] === longer[start]) start++
  let end = 0
  while (end < text.length - start && text.at(-1 - end) === longer.at(-1 - end)) end++
  return text.length - start - end
}
