import { expect, test } from 'vitest'
import { replaceSection } from './replace-section.ts'

test('replaces the lines of one section, and leaves the rest as it is', () => {
  const page = 'a\n<!-- rows -->\nold\n<!-- /rows -->\nb\n<!-- suite -->\nkept\n<!-- /suite -->\n'
  const replaced = replaceSection(page, 'rows', ['new', 'lines'])
  expect(replaced).toBe('a\n<!-- rows -->\n\nnew\nlines\n\n<!-- /rows -->\nb\n<!-- suite -->\nkept\n<!-- /suite -->\n')
  expect(replaceSection(replaced, 'rows', ['new', 'lines'])).toBe(replaced)
})

test.each(['', '<!-- rows -->', '<!-- /rows -->\n<!-- rows -->'])('refuses a page without the section: %j', (page) => {
  expect(() => replaceSection(page, 'rows', [])).toThrow('docs/speed.md has no section <!-- rows --> … <!-- /rows -->')
})
