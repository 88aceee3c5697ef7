import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'
import { slugify } from './slugify.ts'

/** The order of the pages in the sidebar. A page that is not listed follows them. */
const guide = [
  'first-test',
  'local-models',
  'ci',
  're-recording',
  'heal',
  'review',
  'view',
  'checking-cassettes',
  'report',
  'changing-fields',
  'clock',
  'secrets',
  'sharing',
  'agents',
  'streaming-interfaces',
  'storybook',
  'websocket',
  'parallel-tests',
  'mcp',
  'retries',
  'faults',
  'samples',
  'migration',
  'other-processes',
  'end-to-end',
  'dev-servers',
  'options',
  'troubleshooting',
]
const reference = [
  'options',
  'recording',
  'websocket',
  'secrets',
  'matching',
  'runners',
  'platforms',
  'intercept',
  'msw',
  'timing',
  'clients',
  'cut-streams',
  'escapes',
  'commands',
  'lint',
  'formats',
  'errors',
]

/** The pages with tables that need the whole width. */
const wide = ['clients.md', 'comparison.md', 'speed.md']

/**
 * The site of `npm run docs`. Its pages are the Markdown files of `docs/`, which also work in a forge and in the package. Dead links are
 * errors.
 */
export default defineConfig({
  title: 'msw-cassette',
  description: 'Record a real LLM exchange once, and replay it as the same stream.',
  lang: 'en',
  cleanUrls: true,
  outDir: '../dist-docs',
  markdown: { anchor: { slugify } },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/guide/first-test', activeMatch: '^/guide/' },
      { text: 'Reference', link: '/options', activeMatch: '^/(?!guide|$)' },
    ],
    sidebar: [
      { text: 'Guide', items: listPages('guide/', guide) },
      { text: 'Reference', items: listPages('', reference) },
    ],
    outline: [2, 3],
  },
  transformPageData(page) {
    if (wide.includes(page.relativePath)) page.frontmatter.aside = false
  },
})

/** Lists the pages of a folder with their titles, those of `order` first. */
function listPages(folder: string, order: readonly string[]): { text: string; link: string }[] {
  const files = readdirSync(new URL(`../${folder}`, import.meta.url))
  const names = files.flatMap((file) => (file.endsWith('.md') && file !== 'index.md' ? [file.slice(0, -3)] : []))
  const others = names.filter((name) => !order.includes(name))
  return [...order, ...others].map((name) => {
    const text = readFileSync(new URL(`../${folder}${name}.md`, import.meta.url), 'utf8')
    return { text: /^# (.+)$/m.exec(text)?.[1] ?? name, link: `/${folder}${name}` }
  })
}
