import { cpSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { hasChromium } from '../chromium.ts'
import { readBlocks } from '../docs/blocks.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { installPackages } from './install-example.ts'
import { walkThrough } from './walk-through.ts'

/**
 * The commands of the pages about dev servers and Storybook do not end; their examples have tests of their own. End-to-end tests need a
 * browser.
 */
const untested = ['dev-servers.md', 'storybook.md', ...(hasChromium ? [] : ['end-to-end.md'])]
const guide = globSync('docs/guide/*.md').filter((page) => !untested.includes(basename(page)))

test.each(guide.sort())(
  '%s: a reader who does what it says records, and then replays',
  async (page) => {
    const folder = makeTempFolder()
    const examples = readBlocks(page).flatMap(({ title }) => /^examples\/[^/]+/.exec(title)?.[0] ?? [])
    const example = examples.at(-1) ?? ''
    const text = readFileSync(page, 'utf8')
    // The packages, if the page does not install them, and recordings of other libraries. Everything else is on the page.
    if (!text.includes('npm install')) {
      const { devDependencies } = JSON.parse(readFileSync(`${example}/package.json`, 'utf8'))
      cpSync(`${example}/package.json`, join(folder, 'package.json'))
      installPackages(folder, Object.keys(devDependencies))
    }
    for (const cassettes of globSync('cassettes', { cwd: example }))
      cpSync(join(example, cassettes), join(folder, cassettes), { recursive: true })
    expect(await walkThrough(text, folder)).toBeGreaterThan(1)
  },
  180_000,
)
