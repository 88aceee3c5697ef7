import { defineConfig } from 'vitepress'
import { slugify } from './slugify.ts'

const guide = [
  { text: 'First test', link: '/guide/first-test' },
  { text: 'Local models', link: '/guide/local-models' },
  { text: 'CI', link: '/guide/ci' },
  { text: 'Record again', link: '/guide/re-recording' },
  { text: 'Dates, ids, changing fields', link: '/guide/changing-fields' },
  { text: 'Secrets', link: '/guide/secrets' },
  { text: 'Share a cassette', link: '/guide/sharing' },
  { text: 'Agents with many turns', link: '/guide/agents' },
  { text: 'Parallel tests', link: '/guide/parallel-tests' },
  { text: 'MCP', link: '/guide/mcp' },
  { text: 'Retries', link: '/guide/retries' },
  { text: 'Migration', link: '/guide/migration' },
  { text: 'Next.js and dev servers', link: '/guide/dev-servers' },
  { text: 'How options merge', link: '/guide/options' },
  { text: 'Troubleshooting', link: '/guide/troubleshooting' },
]

const reference = [
  { text: 'Options', link: '/options' },
  { text: 'Recording', link: '/recording' },
  { text: 'Matching', link: '/matching' },
  { text: 'Test runners', link: '/runners' },
  { text: 'Plain MSW', link: '/msw' },
  { text: 'Timing and streams', link: '/timing' },
  { text: 'Requests not intercepted', link: '/escapes' },
  { text: 'Formats', link: '/formats' },
  { text: 'Errors', link: '/errors' },
  { text: 'Speed', link: '/speed' },
  { text: 'Comparison', link: '/comparison' },
]

/** The pages with tables that need the whole width. */
const wide = ['comparison.md', 'speed.md']

/** The site of `npm run docs`. Its pages are the Markdown files of `docs/`, which also work in a forge and in the package. Dead links are errors. */
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
      { text: 'Guide', items: guide },
      { text: 'Reference', items: reference },
    ],
    outline: [2, 3],
  },
  transformPageData(page) {
    if (wide.includes(page.relativePath)) page.frontmatter.aside = false
  },
})
