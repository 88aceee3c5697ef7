import { globSync, readFileSync } from 'node:fs'

/** A code block of a page or a docstring. */
export interface Block {
  /** The file and the line on which its code begins, such as `docs/matching.md:12`. */
  readonly place: string
  readonly page: string
  /** Such as `ts`. */
  readonly language: string
  /** The words after the language: the file that the block shows, such as `examples/ci/weather.test.ts`, or nothing. */
  readonly title: string
  readonly code: string
}

/** The pages that the package contains. */
export const pages: readonly string[] = [
  'README.md',
  'AGENTS.md',
  'skills/msw-cassette/SKILL.md',
  ...globSync('docs/**/*.md').sort(),
]

/** Reads the blocks of all pages, or of one. */
export function readBlocks(page?: string): Block[] {
  return (page ? [page] : pages).flatMap((file) => findBlocks(file, readFileSync(file, 'utf8')))
}

/** Reads the examples of all docstrings in `src/`. */
export function readDocstrings(): Block[] {
  return globSync('src/**/*.ts').flatMap((page) => {
    const text = readFileSync(page, 'utf8')
    return [...text.matchAll(/^ *\* @example\n([\s\S]*?)^ *(?:\* @|\*\/)/gm)].map(({ 1: lines = '', index }) => ({
      place: `${page}:${lineOf(text, index) + 1}`,
      page,
      language: 'ts',
      title: '',
      code: lines.replace(/^ *\* ?/gm, ''),
    }))
  })
}

/** Replaces the code of each block that shows a file by the content of this file. */
export function updateBlocks(text: string): string {
  return text.replaceAll(BLOCK, (block, language: string, title: string) =>
    title.startsWith('examples/') ? `\`\`\`${language} ${title}\n${readFileSync(title, 'utf8')}\`\`\`` : block,
  )
}

const BLOCK = /^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm

function findBlocks(page: string, text: string): Block[] {
  return [...text.matchAll(BLOCK)].map(({ 1: language = '', 2: title = '', 3: code = '', index }) => ({
    place: `${page}:${lineOf(text, index) + 1}`,
    page,
    language,
    title,
    code,
  }))
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
