import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as entry from 'msw-cassette'
import {
  type CassetteOptions,
  type Hooks,
  llmDefaults,
  type MatchOptions,
  modes,
  type RedactOptions,
} from 'msw-cassette'
import { expect, test } from 'vitest'
import { exitCodes } from '../src/cli/command.ts'
import { convert } from '../src/cli/convert.ts'
import { writableFormats } from '../src/format/formats.ts'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'fixtures/README.md',
  ...readdirSync('docs').map((file) => `docs/${file}`),
]
const read = (file: string): string => readFileSync(file, 'utf8')
const manual = pages.filter((page) => page === 'README.md' || page.startsWith('docs/')).map(read)

const GO_VCR = {
  replay: 'ModeReplayOnly',
  once: 'ModeRecordOnce',
  'new-episodes': 'ModeReplayWithNewEpisodes',
  record: 'ModeRecordOnly',
  passthrough: 'ModePassthrough',
} as const satisfies Record<keyof typeof modes, string>

test.each(['README.md', 'docs/recording.md'])('the modes in %s are those of the decision table', (page) => {
  const rows = Object.entries(modes).map(
    ([mode, { absent, matched, unmatched }]) =>
      `| \`${mode}\` | ${GO_VCR[mode as keyof typeof modes]} | ${absent} | ${matched} | ${unmatched} |\n`,
  )
  expect(read(page)).toContain(
    `| mode | go-vcr | no cassette | a match | no match |\n| --- | --- | --- | --- | --- |\n${rows.join('')}\n`,
  )
})

test('every error has a heading, with its code', () => {
  const headings = [...read('docs/errors.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name)
  const errors = Object.keys(entry).filter((name) => /^Cassette\w*Error$/.test(name))
  expect(headings.sort()).toEqual(errors.sort())
  const codes = [...read('src/errors/errors.ts').matchAll(/code = ('\w+')/g)].map(([, code]) => `\`code: ${code}\``)
  expect(codes.filter((code) => !read('docs/errors.md').includes(code))).toEqual([])
})

// The compiler complains here of an option that is missing, and of one that there is not.
const options = {
  ...({
    mode: 1,
    match: 1,
    repeat: 1,
    timing: 1,
    onMismatch: 1,
    onUnplayed: 1,
    hosts: 1,
    passthrough: 1,
    hooks: 1,
    redact: 1,
    allowSecrets: 1,
    expires: 1,
    onExpired: 1,
  } satisfies Record<keyof CassetteOptions, 1>),
  ...({ headers: 1, body: 1, ignoreBody: 1, ignoreQuery: 1, url: 1, normalize: 1, matchers: 1 } satisfies Record<
    keyof MatchOptions,
    1
  >),
  ...({ headers: 1, query: 1, json: 1, patterns: 1, transform: 1, keepHeaders: 1 } satisfies Record<
    keyof RedactOptions,
    1
  >),
  ...({ afterCapture: 1, beforeSave: 1, beforeReplay: 1, onClose: 1 } satisfies Record<keyof Hooks, 1>),
}

test.each(Object.keys(options))('the documentation mentions the option %s', (option) => {
  expect(manual.some((text) => text.includes(`\`${option}\``) || text.includes(`\`${option}: `))).toBe(true)
})

test('the formats in the documentation that are written are those that the command line names', () => {
  const table = read('docs/formats.md').split('\n\n')[2] ?? ''
  const written = [...table.matchAll(/\| `([\w-]+)`, \w+ \|$/gm)].map(([, format = '']) => format)
  expect(written).toEqual([...writableFormats.keys()])
})

test('the exit codes in the documentation are those in the help', () => {
  const codes = [...read('docs/formats.md').matchAll(/^\| (\d) \| (.+) \|$/gm)].map(
    ([, code, meaning]) => `  ${code}  ${meaning}`,
  )
  expect(codes.length).toBe(Object.keys(exitCodes).length)
  expect(convert.help.endsWith(codes.join('\n'))).toBe(true)
})

test('the rules of llmDefaults in the documentation are those that there are', () => {
  const [, section = ''] = /^## `llmDefaults`\n([\s\S]*?)^## /m.exec(read('docs/matching.md')) ?? []
  const rules = [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, rule = '']) => rule)
  // It refuses a rule that there is not, and names those that there are.
  const known = (): unknown => llmDefaults({ except: ['none' as never] })
  expect(known).toThrow(`must be one of ${rules.map((rule) => `'${rule}'`).join(', ')}.`)
})

test.each(pages)('the links of %s lead somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)]
  const dead = links.filter(([, file = '', anchor]) => {
    const target = file === '' ? page : join(dirname(page), file)
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor))
  })
  expect(dead.map(([link]) => link)).toEqual([])
})

/** The names that GitHub gives to headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}
