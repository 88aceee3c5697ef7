import type { Block } from './blocks.ts'

/**
 * How a block of code is tested:
 *
 * - `shown`: it is a file of `examples/`. The test of the example runs it.
 * - `script`, `jest`, `playwright`, `fixture`: it runs twice, in a project of this kind.
 * - `configuration`: it is loaded as a module, without any name that it does not import.
 * - `types`, `page`, `other-tool`: it can't run by itself, and is type-checked. Pages are tested in Chromium.
 * - `output`: it only describes the JSON of a command, and is type-checked.
 */
export type BlockKind = (typeof KINDS)[number][0]

/** The first rule that fits. */
const KINDS = [
  ['shown', ({ title }) => title.startsWith('examples/')],
  ['other-tool', ({ code }) => code.includes("from 'next/")],
  ['page', ({ code }) => /from '(?:msw\/browser|msw-cassette\/playwright)'/.test(code)],
  ['output', ({ code, page }) => page === 'docs/commands.md' && code.startsWith('declare interface')],
  ['types', ({ code }) => /^declare |^\/\/\/ </m.test(code)],
  ['configuration', ({ code }) => code.includes('export default')],
  ['jest', ({ code }) => /msw-cassette\/jest|useCassettes\(/.test(code)],
  ['playwright', ({ page }) => page === 'src/playwright/index.ts'],
  ['fixture', ({ code }) => code.includes('base.extend')],
  ['script', () => true],
] as const satisfies readonly [string, (block: Block) => boolean][]

/** Finds the kind of a block in TypeScript or JavaScript. */
export function kindOf(block: Block): BlockKind {
  const [kind] = KINDS.find(([, fits]) => fits(block)) ?? ['script']
  return kind
}

/** Whether it is code that the examples of the library could contain. */
export function isCode({ language }: Block): boolean {
  return language === 'ts' || language === 'js'
}
