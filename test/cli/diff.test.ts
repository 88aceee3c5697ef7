import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { chatExchange as exchange } from './chat-exchange.ts'
import { runCli } from './run-cli.ts'

function write(files: Readonly<Record<string, readonly Exchange[]>>): string {
  const folder = makeTempFolder()
  for (const [name, exchanges] of Object.entries(files))
    writeFileSync(join(folder, name), stringifyCassette(buildCassette(...exchanges)))
  return folder
}

test('equal content is identical, whatever the ids, the times and the format are', async () => {
  const folder = write({
    'a.yaml': [exchange({ city: 'Lisbon' })],
    'b.yaml': [{ ...exchange({ city: 'Lisbon' }), duration: 5 }],
  })
  const har = stringifyCassette(buildCassette(exchange({ city: 'Lisbon' })), { format: 'har' })
  writeFileSync(join(folder, 'c.har'), har)
  const identical = { code: 0, stdout: 'identical: 1 interaction, all identical\n', stderr: '' }
  expect(await runCli(folder, 'diff', 'a.yaml', 'b.yaml')).toEqual(identical)
  expect(await runCli(folder, 'diff', 'a.yaml', 'c.har')).toEqual(identical)
})

test('another wording is reported by sentence, and can be allowed', async () => {
  const folder = write({
    'a.yaml': [exchange(), exchange({ prompt: 'And tomorrow? Please.', text: 'The same. Bye.' })],
    'b.yaml': [exchange({ tokens: 11 }), exchange({ prompt: 'And tomorrow? Quickly.', text: 'The same. Bye.' })],
  })
  const stdout = `#1 POST api.openai.com/v1/chat/completions wording
  prompt
      user: And tomorrow?
    - Please.
    + Quickly.

wording: 1 of 2 interactions differs, tokens 42 → 44 (+2)
`
  expect(await runCli(folder, 'diff', 'a.yaml', 'b.yaml')).toEqual({ code: 1, stdout, stderr: '' })
  expect(await runCli(folder, 'diff', 'a.yaml', 'b.yaml', '--allow', 'wording')).toEqual({
    code: 0,
    stdout,
    stderr: '',
  })
})

test('another argument of a tool, a finish reason and a new interaction are structural', async () => {
  const folder = write({
    'a.yaml': [exchange({ text: null, city: 'Lisbon' })],
    'b.yaml': [exchange({ text: null, city: 'Porto' }), exchange({ prompt: 'And now?' })],
  })
  expect(await runCli(folder, 'diff', 'a.yaml', 'b.yaml', '--allow', 'wording')).toEqual({
    code: 1,
    stdout: `#0 POST api.openai.com/v1/chat/completions structural
  tool calls
    - weather {"b":1,"city":"Lisbon"}
    + weather {"b":1,"city":"Porto"}

#1 (new) POST api.openai.com/v1/chat/completions structural
  tokens 0 → 21 (+21)

structural: 2 of 2 interactions differ, tokens 21 → 42 (+21)
`,
    stderr: '',
  })
})

test('--json prints the differences as data', async () => {
  const folder = write({ 'a.yaml': [exchange({ text: 'Yes.' })], 'b.yaml': [exchange({ text: 'No.' })] })
  const { code, stdout } = await runCli(folder, 'diff', 'a.yaml', 'b.yaml', '--json')
  expect({ code, diff: JSON.parse(stdout) }).toEqual({
    code: 1,
    diff: {
      verdict: 'wording',
      a: 'a.yaml',
      b: 'b.yaml',
      tokens: { a: 21, b: 21 },
      interactions: [
        {
          verdict: 'wording',
          a: 0,
          b: 0,
          method: 'POST',
          url: 'https://api.openai.com/v1/chat/completions',
          line: 4,
          changes: [{ aspect: 'answer', kind: 'wording', a: 'Yes.', b: 'No.' }],
          tokens: { a: 21, b: 21 },
        },
      ],
    },
  })
})

test('Markdown keeps hostile texts in code', async () => {
  const hostile = '</summary><img src=x onerror=alert(1)> ``` [a](javascript:b) @team \u202e'
  const folder = write({ 'a.yaml': [exchange()], 'b`|<b>.yaml': [exchange({ text: hostile })] })
  const { code, stdout } = await runCli(folder, 'diff', 'a.yaml', 'b`|<b>.yaml', '--format', 'markdown')
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: `**Cassette \`\`b\`|<b>.yaml\`\`: wording** compared with \`a.yaml\`

1 of 1 interaction differs.

\`#0 POST api.openai.com/v1/chat/completions\` wording

<details open><summary>answer (wording)</summary>

\`\`\`\`diff
- It is 21 °C.
+ </summary><img src=x onerror=alert(1)> \`\`\` [a](javascript:b) @team ·
\`\`\`\`

</details>
`,
  })
})

test('Markdown fits into a comment', async () => {
  const many = (word: string): Exchange[] =>
    Array.from({ length: 300 }, (_, index) =>
      exchange({ prompt: `Question ${index}?`, text: `${word} so. `.repeat(20) }),
    )
  const folder = write({ 'a.yaml': many('Yes'), 'b.yaml': many('No') })
  const { stdout } = await runCli(folder, 'diff', 'a.yaml', 'b.yaml', '--format', 'markdown')
  expect(stdout.length).toBeLessThan(65_536)
  expect(stdout).toMatch(/… and \d+ more, which do not fit into a comment\.\n$/)
})

test('annotations of a workflow are one line each, with their texts escaped', async () => {
  const folder = write({ 'a.yaml': [exchange()], 'b,c.yaml': [exchange({ text: '100%\n::error::x' })] })
  const { stdout } = await runCli(folder, 'diff', 'a.yaml', 'b,c.yaml', '--format', 'github')
  expect(stdout).toBe(
    '::notice file=b%2Cc.yaml,line=4,title=Cassette%3A wording::#0 POST api.openai.com/v1/chat/completions%0Aanswer:%0A' +
      '- It is 21 °C.%0A+ 100%25%0A+ ::error::x\n',
  )
})

test('compares with a revision of git', async () => {
  const folder = write({ 'a.yaml': [exchange()] })
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@test', ...args], {
      cwd: folder,
      stdio: 'ignore',
    })
  git('init')
  git('add', '.')
  git('commit', '-m', 'a')
  expect(await runCli(folder, 'diff', 'HEAD:a.yaml', 'a.yaml')).toMatchObject({ code: 0 })
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(buildCassette(exchange({ text: 'Cold.' }))))
  expect(await runCli(folder, 'diff', 'HEAD:a.yaml', 'a.yaml')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('    - It is 21 °C.\n    + Cold.\n'),
  })
  expect(await runCli(folder, 'diff', 'HEAD:./', '.')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^a\.yaml\n#0 POST .+\nwording: 1 of 1 cassette differs\n$/s),
  })
  expect(await runCli(folder, 'show', 'HEAD:./')).toEqual(await runCli(folder, 'show', 'HEAD:a.yaml'))
  expect(await runCli(folder, 'diff', 'HEAD:b.yaml', 'a.yaml')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Failed to compare HEAD:b\.yaml: git reports /),
  })
})

test('thousands of interactions with other prompts are paired within seconds', async () => {
  const many = (word: string): Exchange[] =>
    Array.from({ length: 2000 }, (_, index) => exchange({ prompt: `${word} ${index}?` }))
  const folder = write({ 'a.yaml': many('Old'), 'b.yaml': many('New') })
  const { stdout } = await runCli(folder, 'diff', 'a.yaml', 'b.yaml', '--json')
  expect(JSON.parse(stdout).interactions.every(({ a, b }: { a: number; b: number }) => a === b)).toBe(true)
})

test.each([
  [['a.yaml'], 'There must be two cassettes to compare, and there are 1.'],
  [['a.yaml', 'b.yaml', 'c.yaml'], 'There must be two cassettes to compare, and there are 3.'],
  [['*.yaml', 'a.yaml'], '*.yaml names 2 cassettes, and diff compares one with one, or a folder with a folder.'],
  [['.', 'a.yaml'], '. names 2 cassettes, and diff compares one with one, or a folder with a folder.'],
  [
    ['a.yaml', 'b.yaml', '--format', 'markdwon'],
    '--format is "markdwon", and must be one of text, markdown, json, github. Did you mean markdown?',
  ],
  [['a.yaml', 'b.yaml', '--allow', 'all'], '--allow is "all", and must be wording.'],
])('refuses the arguments %j', async (args, message) => {
  const folder = write({ 'a.yaml': [], 'b.yaml': [] })
  expect(await runCli(folder, 'diff', ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee msw-cassette diff --help.\n`,
  })
})

test('a folder without a cassette can not be compared', async () => {
  const folder = write({ 'a.yaml': [exchange()] })
  mkdirSync(join(folder, 'others'))
  writeFileSync(join(folder, 'others/package.json'), '{"name":"x"}')
  expect(await runCli(folder, 'diff', 'others', 'a.yaml')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'Failed to find a cassette in others: none of the files there is one.\n',
  })
})
