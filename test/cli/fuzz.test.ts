import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { formats, mutant } from '../mutant.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { captureTerminal } from './capture-terminal.ts'

/** Mutants of all formats together; 100,000 with `npm run fuzz`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000) / 10
const SEED = Number(process.env.FUZZ_SEED ?? 1)

/** The arguments of each command, and its exit codes: of a cassette that is read, and of one that is not. */
const COMMANDS: readonly (readonly [args: readonly string[], codes: readonly number[]])[] = [
  [
    ['show', 'FILE'],
    [0, 1],
  ],
  [
    ['show', 'FILE', '--raw'],
    [0, 1],
  ],
  [['show', 'FILE', '--plain'], [0]],
  [
    ['show', 'FILE', '--json', '--raw'],
    [0, 1],
  ],
  [
    ['diff', 'BEFORE', 'FILE'],
    [0, 1, 2],
  ],
  [
    ['diff', 'BEFORE', 'FILE', '--format', 'markdown'],
    [0, 1, 2],
  ],
  [
    ['diff', 'FILE', 'BEFORE', '--format', 'github'],
    [0, 1, 2],
  ],
  [
    ['list', 'FILE'],
    [0, 1],
  ],
  [
    ['view', 'FILE', '--out', 'PAGE', '--json'],
    [0, 1],
  ],
  [
    ['view', 'FILE', '--against', 'BEFORE', '--out', 'PAGE'],
    [0, 1, 2],
  ],
  [
    ['lint', 'FILE', '--ignore', 'secretlint'],
    [0, 1],
  ],
  [
    ['lint', 'FILE', '--json', '--ignore', 'secretlint', '--require', 'recorded'],
    [0, 1],
  ],
  [
    ['redact', 'FILE', '--dry-run'],
    [0, 1],
  ],
  [
    ['convert', 'FILE', '--to', 'go-vcr-2', '--out', 'OUT', '--force'],
    [0, 1],
  ],
  [
    ['convert', 'FILE', '--to', 'har', '--out', 'OUT', '--force', '--json'],
    [0, 1],
  ],
  [
    ['convert', 'FILE', '--to', 'vcrpy', '--out', 'OUT', '--force'],
    [0, 1],
  ],
  // Nothing is written that can't be read.
  [['show', 'OUT'], [0]],
  // Without --yes, nothing is sent.
  [
    ['check', 'FILE'],
    [1, 2],
  ],
  [
    ['lint', 'FILE', '--fix', '--format', 'github', '--ignore', 'secretlint'],
    [0, 1],
  ],
  [
    ['redact', 'FILE'],
    [0, 1],
  ],
]

/** The build inserts the code of the page. */
vi.stubGlobal('VIEW_PAGE', { script: '', style: '' })

test.each(formats)(
  'no command crashes on a damaged %s cassette, and none prints control characters',
  async (format) => {
    const folder = makeTempFolder()
    const [FILE, BEFORE] = [join(folder, 'a.yaml'), join(folder, 'before.yaml')]
    const [PAGE, OUT] = [join(folder, 'page.html'), join(folder, 'converted')]
    const codes = new Set<number>()
    writeFileSync(BEFORE, '')
    mkdirSync(OUT)
    copyFileSync('fixtures/go-vcr-v2/openai-chat.yaml', join(OUT, 'not-damaged.yaml'))
    for (const bytes of fc.sample(mutant(format), { numRuns: Math.ceil(RUNS / formats.length), seed: SEED })) {
      writeFileSync(FILE, bytes)
      for (const [args, expected] of COMMANDS) {
        const { terminal, stdout, stderr } = captureTerminal()
        const code = await run(
          args.map((arg) => ({ FILE, BEFORE, PAGE, OUT })[arg] ?? arg),
          terminal,
        )
        const text = stdout() + stderr()
        expect(expected, `${args.join(' ')}: ${text.slice(0, 500)}`).toContain(code)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
        codes.add(code)
      }
      copyFileSync(FILE, BEFORE)
    }
    // Otherwise all mutants were refused, or none.
    expect([...codes].sort()).toEqual([0, 1, 2])
  },
  7_200_000,
)
