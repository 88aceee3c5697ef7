import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as entry from 'msw-cassette'
import { type CassetteOptions, type Hooks, llmDefaults, type MatchOptions, type RedactOptions } from 'msw-cassette'
import { expect, test } from 'vitest'
import { namesTable, withNamesTable } from '../../bench/shapes/names-table.ts'
import { slugify } from '../../docs/.vitepress/slugify.ts'
import { exitCodes } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import { convert } from '../../src/cli/convert/convert.ts'
import { formats, writableFormats } from '../../src/format/formats.ts'
import { modes } from '../../src/options/mode.ts'
import { pages as manualPages } from './blocks.ts'

const pages = ['CONTRIBUTING.md', 'fixtures/README.md', ...manualPages]
const read = (file: string): string => readFileSync(file, 'utf8')
const manual = manualPages.map(read)

/** `CassetteError`, the base class, has no code of its own. */
const ABSTRACT_ERRORS = 2

const GO_VCR = {
  replay: 'ModeReplayOnly',
  once: 'ModeRecordOnce',
  heal: '–',
  'new-episodes': 'ModeReplayWithNewEpisodes',
  record: 'ModeRecordOnly',
  passthrough: 'ModePassthrough',
} as const satisfies Record<keyof typeof modes, string>

test.each(['docs/options.md', 'docs/recording.md'])(
  'the table of modes in %s equals the decision table in the code',
  (page) => {
    const rows = Object.entries(modes).map(
      ([mode, { absent, matched, unmatched }]) =>
        `| \`${mode}\` | ${GO_VCR[mode as keyof typeof modes]} | ${absent} | ${matched} | ${unmatched} |\n`,
    )
    expect(read(page)).toContain(
      `| mode | go-vcr | no cassette | a match | no match |\n| --- | --- | --- | --- | --- |\n${rows.join('')}\n`,
    )
  },
)

test('docs/secrets.md contains the names of credentials, see `npm run names`', () => {
  expect(withNamesTable(read('docs/secrets.md'))).toBe(read('docs/secrets.md'))
  expect(read('docs/secrets.md')).toContain(namesTable())
})

test('docs/errors.md documents every error with its code', () => {
  const headings = [...read('docs/errors.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name)
  const errors = Object.keys(entry).filter((name) => /^Cassette\w*Error$/.test(name))
  expect(headings.sort()).toEqual(errors.sort())
  const documented = read('docs/errors.md').matchAll(/^## (\w+)\n\n`code: '(\w+)'`/gm)
  const classes = globSync('src/**/*.ts').flatMap((file) => [
    ...read(file).matchAll(/^export class (\w+)[\s\S]*?\n {2}readonly code = '(\w+)'/gm),
  ])
  const codes = Object.fromEntries(classes.map(([, name, code]) => [name, code]))
  expect(Object.fromEntries([...documented].map(([, name, code]) => [name, code]))).toEqual(codes)
  expect(Object.keys(codes)).toHaveLength(errors.length - ABSTRACT_ERRORS)
})

// The compiler reports a missing option here, and an option that does not exist.
const options = {
  ...({
    mode: 1,
    match: 1,
    repeat: 1,
    timing: 1,
    clock: 1,
    faults: 1,
    samples: 1,
    onMismatch: 1,
    onUnplayed: 1,
    hosts: 1,
    passthrough: 1,
    telemetry: 1,
    hooks: 1,
    redact: 1,
    recordHeaders: 1,
    allowSecrets: 1,
    expires: 1,
    onExpired: 1,
  } satisfies Record<keyof CassetteOptions, 1>),
  ...({
    headers: 1,
    body: 1,
    ignoreBody: 1,
    ignoreQuery: 1,
    mask: 1,
    echoes: 1,
    url: 1,
    normalize: 1,
    matchers: 1,
  } satisfies Record<keyof MatchOptions, 1>),
  ...({ headers: 1, query: 1, json: 1, patterns: 1, transform: 1 } satisfies Record<keyof RedactOptions, 1>),
  ...({ afterCapture: 1, beforeSave: 1, beforeReplay: 1, onClose: 1 } satisfies Record<keyof Hooks, 1>),
}

test.each(Object.keys(options))('the documentation mentions the option %s', (option) => {
  expect(manual.some((text) => text.includes(`\`${option}\``) || text.includes(`\`${option}: `))).toBe(true)
})

test('the tables of formats equal the definitions of the formats', () => {
  const page = read('docs/formats.md')
  expect(page).toContain(
    toTable(
      ['format', 'read', 'written'],
      formats.map((format) => [
        format.title,
        format.reads,
        'write' in format ? `\`${format.name}\`, \`${format.extension}\`` : '',
      ]),
    ),
  )
  expect(page).toContain(
    toTable(
      ['from', 'lost'],
      formats.map(({ title, loses }) => [title, loses]),
    ),
  )
  expect(page).toContain(
    toTable(
      ['to', 'lost, or written differently'],
      [...writableFormats.values()].map(({ name, drops }) => [`\`${name}\``, drops]),
    ),
  )
  const names = [...writableFormats.keys()].map((name) => `\`${name}\``)
  expect(page).toContain(`- \`--to\` is ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.\n`)
})

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `\n${lines.join('\n').replaceAll(/ {2}\|$/gm, ' |')}\n\n`
}

test('the documented exit codes are those in the help', () => {
  const codes = [...read('docs/formats.md').matchAll(/^\| (\d) \| (.+) \|$/gm)].map(
    ([, code, meaning]) => `  ${code}  ${meaning}`,
  )
  expect(codes.length).toBe(Object.keys(exitCodes).length)
  expect(convert.help.endsWith(codes.join('\n'))).toBe(true)
})

test.each(commands)('docs/commands.md has the exit codes of $name as its help has them', ({ name, help }) => {
  const [, section = ''] = read('docs/commands.md').split(new RegExp(`^## ${name}$`, 'm'))
  const [own = ''] = section.split(/^## /m)
  const codes = [...own.matchAll(/^\| (\d) \| (.+) \|$/gm)].map(([, code, meaning]) => `  ${code}  ${meaning}`)
  expect(codes.length).toBe(Object.keys(exitCodes).length)
  expect(help.endsWith(codes.join('\n'))).toBe(true)
})

test('the documented rules of llmDefaults are those that exist', () => {
  const [, section = ''] = /^## `llmDefaults`\n([\s\S]*?)^## /m.exec(read('docs/matching.md')) ?? []
  const rules = [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, rule = '']) => rule)
  // The error about an unknown rule lists the existing ones.
  const known = (): unknown => llmDefaults({ except: ['none' as never] })
  expect(known).toThrow(`must be one of ${rules.map((rule) => `'${rule}'`).join(', ')}.`)
})

test.each(pages)('the links in %s have a target', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)]
  const dead = links.filter(([, file = '', anchor]) => {
    const target = file === '' ? page : join(dirname(page), file)
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor))
  })
  expect(dead.map(([link]) => link)).toEqual([])
})

test.each(manualPages)('the links in %s lead to files of the package', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file = '']) => join(dirname(page), file))
  const shipped = /^(?:docs\/.+\.md|docs\/images\/.+|skills\/.+|README\.md|AGENTS\.md|CHANGELOG\.md|LICENSE)$/
  expect(links.filter((file) => !shipped.test(file))).toEqual([])
})

function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => slugify(title))
}
