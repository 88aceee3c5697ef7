import { expect, test } from 'vitest'
import type { AspectChange, CassetteDiff } from './compare-cassettes.ts'
import { formatMarkdown } from './format-markdown.ts'

const change = (a: string, b: string): AspectChange => ({ aspect: 'answer', kind: 'wording', a, b })

const cassette = (...changes: AspectChange[]): CassetteDiff => ({
  verdict: 'wording',
  a: 'old.yaml',
  b: 'new.yaml',
  interactions: [{ verdict: 'wording', a: 0, b: 0, method: 'GET', url: 'https://a.test/', changes }],
})

test('a change is a diff in a section that can be folded', () => {
  expect(
    formatMarkdown(cassette(change('Yes. Bye.', 'No. Bye.'))),
  ).toBe(`**Cassette \`new.yaml\`: wording** compared with \`old.yaml\`

1 of 1 interaction differs.

\`#0 GET a.test/\` wording

<details open><summary>answer (wording)</summary>

\`\`\`diff
- Yes.
+ No.
  Bye.
\`\`\`

</details>
`)
})

test('identical cassettes have only a head, with the change of their tokens', () => {
  const diff = { ...cassette(), verdict: 'identical', interactions: [], tokens: { a: 1, b: 3 } } as const
  expect(formatMarkdown(diff)).toBe(
    '**Cassette `new.yaml`: identical** compared with `old.yaml`\n\n0 interactions, all identical, tokens 1 → 3 (+2).\n',
  )
})

test('two folders have a title for each cassette that differs', () => {
  const member = { ...cassette(), name: 'a.yaml', presence: 'only in b' } as const
  const same = { ...member, name: 'b.yaml', verdict: 'identical' } as const
  const folders = { verdict: 'structural', a: 'x', b: 'y', cassettes: [member, same], failures: [] } as const
  expect(formatMarkdown(folders)).toBe(
    '**Cassettes in `y`: structural** compared with `x`\n\n1 of 2 cassettes differs.\n\n**`a.yaml (new)`: wording**\n\n`#0 GET a.test/` wording\n',
  )
})

test('a fence is longer than any run of backticks in its text', () => {
  const text = formatMarkdown(cassette(change('a', '````js\nx\n````')))
  expect(text.match(/^`{3,}diff$|^`{3,}$/gm)).toEqual(['`````diff', '`````'])
})

test('a name with backticks or line breaks stays in its code', () => {
  const [head] = formatMarkdown({ ...cassette(), a: '`a`\nb', b: 'x``y' }).split('\n')
  expect(head).toBe('**Cassette ```x``y```: wording** compared with `` `a`·b ``')
})

test('long changes and long lines are cut, and the cut is reported', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`).join('\n')
  const many = formatMarkdown(cassette(change('', lines))).split('\n')
  expect(many.filter((line) => line.startsWith('+ '))).toHaveLength(40)
  expect(many).toContain('… and 20 more lines')
  const long = formatMarkdown(cassette(change('', 'y'.repeat(900)))).split('\n')
  expect(long).toContain(`+ ${'y'.repeat(500)}…`)
})

test('a comment that would be too long for GitHub ends with the number of the sections that are left out', () => {
  const [interaction] = cassette(change('', Array.from({ length: 39 }, () => 'z'.repeat(490)).join('\n'))).interactions
  if (!interaction) throw new Error('There is no interaction.')
  const text = formatMarkdown({ ...cassette(), interactions: Array.from({ length: 9 }, () => interaction) })
  expect([text.length < 60_000, text.endsWith('\n\n… and 6 more, which do not fit into a comment.\n')]).toEqual([
    true,
    true,
  ])
})
