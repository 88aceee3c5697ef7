import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { chatExchange as exchange } from './chat-exchange.ts'
import { runCli } from './run-cli.ts'

/** Folders `old` and `new`: one cassette is equal in both, one is not, one is gone, one is new, and `new` has a damaged one. */
function writeFolders(): string {
  const folder = makeTempFolder()
  for (const name of ['old/agent', 'new/agent']) mkdirSync(join(folder, name), { recursive: true })
  const files = {
    'old/same.yaml': exchange(),
    'new/same.yaml': exchange({ tokens: 11 }),
    'old/agent/trip.yaml': exchange({ text: 'Yes.' }),
    'new/agent/trip.yaml': exchange({ text: 'No.' }),
    'old/gone.yaml': exchange(),
    'new/added.yaml': exchange(),
  }
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), stringifyCassette(buildCassette(content)))
  writeFileSync(join(folder, 'new/package.json'), '{"name":"x"}')
  return folder
}

test('folders are compared by the paths of their cassettes', async () => {
  const folder = writeFolders()
  expect(await runCli(folder, 'diff', 'old', 'new/')).toEqual({
    code: 1,
    stdout: `added.yaml (new)
#0 (new) POST api.openai.com/v1/chat/completions structural
  tokens 0 → 21 (+21)

structural: 1 of 1 interaction differs, tokens 0 → 21 (+21)

agent/trip.yaml
#0 POST api.openai.com/v1/chat/completions wording
  answer
    - Yes.
    + No.

wording: 1 of 1 interaction differs

gone.yaml (gone)
#0 (gone) POST api.openai.com/v1/chat/completions structural
  tokens 21 → 0 (-21)

structural: 1 of 1 interaction differs, tokens 21 → 0 (-21)

structural: 3 of 4 cassettes differ, tokens 63 → 65 (+2)
`,
    stderr: '',
  })
  const markdown = await runCli(folder, 'diff', 'old', 'new', '--format', 'markdown')
  expect(markdown.stdout).toContain(`**Cassettes in \`new\`: structural** compared with \`old\`

3 of 4 cassettes differ, tokens 63 → 65 (+2).

**\`added.yaml (new)\`: structural**

\`#0 (new) POST api.openai.com/v1/chat/completions\` structural, tokens 0 → 21 (+21)

**\`agent/trip.yaml\`: wording**
`)
  const github = await runCli(folder, 'diff', 'old', 'new', '--format', 'github')
  expect(github.stdout.split('\n').map((line) => line.split('::')[1])).toEqual([
    'warning file=new/added.yaml,line=4,title=Cassette%3A structural',
    'notice file=new/agent/trip.yaml,line=4,title=Cassette%3A wording',
    'warning file=new/gone.yaml,title=Cassette%3A structural',
    undefined,
  ])
})

test('a damaged cassette in a folder is reported, and the others are compared', async () => {
  const folder = writeFolders()
  writeFileSync(join(folder, 'new/gone.yaml'), 'version: 2\ninteractions: 1\n')
  const { code, stdout, stderr } = await runCli(folder, 'diff', 'old', 'new', '--json')
  const failure = expect.stringMatching(/^Failed to read the cassette new\/gone\.yaml:2:15: /)
  expect({ code, stderr }).toEqual({ code: 2, stderr: failure })
  const { cassettes, ...diff } = JSON.parse(stdout)
  expect(diff).toEqual({
    verdict: 'structural',
    a: 'old',
    b: 'new',
    tokens: { a: 42, b: 65 },
    failures: [{ path: 'new/gone.yaml', code: 'cassette_invalid', message: failure }],
  })
  expect(cassettes.map(({ interactions, ...member }: { interactions: unknown }) => member)).toEqual([
    {
      name: 'added.yaml',
      presence: 'only in b',
      verdict: 'structural',
      a: 'old/added.yaml',
      b: 'new/added.yaml',
      tokens: { a: 0, b: 21 },
    },
    {
      name: 'agent/trip.yaml',
      presence: 'both',
      verdict: 'wording',
      a: 'old/agent/trip.yaml',
      b: 'new/agent/trip.yaml',
      tokens: { a: 21, b: 21 },
    },
    {
      name: 'same.yaml',
      presence: 'both',
      verdict: 'identical',
      a: 'old/same.yaml',
      b: 'new/same.yaml',
      tokens: { a: 21, b: 23 },
    },
  ])
})
