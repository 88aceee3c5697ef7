import { expect, test } from 'vitest'
import { replaceSection } from './replace-section.ts'

const command = 'npm run test:x'
const page = (text: string): string =>
  `a\n<!-- end -->\n<!-- begin: npm run test:x -->${text}<!-- end -->\nb\n<!-- end -->\n`

test('the section of a command is replaced, and everything around it is kept', () => {
  expect(replaceSection({ document: page('old'), command, text: 'new $& $1' })).toBe(page('\n\nnew $& $1\n\n'))
})

test('a section that is written twice is the same', () => {
  const once = replaceSection({ document: page(''), command, text: 'new' })
  expect(replaceSection({ document: once, command, text: 'new' })).toBe(once)
})

test.each(['', '<!-- begin: npm run test:y --><!-- end -->', '<!-- end --><!-- begin: npm run test:x -->'])(
  'a page without the section is an error that names its markers: %j',
  (document) => {
    expect(() => replaceSection({ document, command, text: 'new' })).toThrow(
      new Error('The page has no section between <!-- begin: npm run test:x --> and <!-- end -->.'),
    )
  },
)
