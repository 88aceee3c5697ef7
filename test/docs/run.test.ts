import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as library from 'msw-cassette'
import { expect, test } from 'vitest'
import { installExample, installPackages } from '../examples/install-example.ts'
import { recordAndReplay } from '../examples/record-and-replay.ts'
import { runNode } from '../examples/run-node.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { type BlockKind, isCode, kindOf } from './block-kind.ts'
import { type Block, readBlocks, readDocstrings } from './blocks.ts'

const blocks = [...readBlocks(), ...readDocstrings()].filter(isCode)
const ofKind = (kind: BlockKind): Block[] => blocks.filter((block) => kindOf(block) === kind)

test('nearly all blocks run: only types, pages and other tools do not', () => {
  const counts: Partial<Record<BlockKind, number>> = {}
  for (const block of blocks) counts[kindOf(block)] = (counts[kindOf(block)] ?? 0) + 1
  console.log(`Code blocks of the docs by kind: ${JSON.stringify(counts)}`)
  const { output = 0, types = 0, page = 0, 'other-tool': others = 0 } = counts
  expect(types + page + others).toBeLessThan((blocks.length - output) / 20)
})

test('each block that is a script, or a part of one, records, and then replays', { timeout: 120_000 }, async () => {
  const scripts = ofKind('script')
  expect(scripts.length).toBeGreaterThan(30)
  const folder = makeTempFolder()
  installPackages(folder, ['msw', 'msw-cassette', 'openai', 'vitest'])
  cpSync('test/docs/run-block.ts', join(folder, 'run-block.ts'))
  const tests = ["import { test } from 'vitest'", "import { runBlock } from './run-block.ts'", ...scripts.map(toTest)]
  writeFileSync(join(folder, 'blocks.test.ts'), tests.join('\n'))
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "experimentalDecorators": true } }\n')
  const requests = await recordAndReplay(folder, 'vitest run')
  expect(requests.length).toBeGreaterThanOrEqual(scripts.length - 2)
})

test('each block that is a configuration is a complete module', { timeout: 30_000 }, async () => {
  const folder = makeTempFolder()
  installPackages(folder, ['@vitest/browser-playwright', 'msw', 'msw-cassette', 'vitest'])
  const load = ofKind('configuration').map(({ place, code }, index) => {
    writeFileSync(join(folder, `config-${index}.mts`), code)
    return `console.log('${place}', typeof (await import('./config-${index}.mts')).default)\n`
  })
  writeFileSync(join(folder, 'main.mts'), load.join(''))
  const { output } = await runNode(folder, ['main.mts'])
  expect(output.trim().split('\n')).toEqual(ofKind('configuration').map(({ place }) => `${place} object`))
})

/** The runner of a block, and the imports that a block without its own gets. */
const RUNNERS = {
  jest: ['jest-esm', 'weather.test.js', "import { useCassettes } from 'msw-cassette/jest'"],
  playwright: ['playwright', 'weather.spec.js', "import { expect, test } from 'msw-cassette/playwright'"],
  fixture: ['vitest-concurrent', 'weather.test.ts', "import { test as base } from 'msw-cassette/vitest'"],
} as const

/** A test for a block that only defines a fixture. */
const USE = "test('says hi', { meta: { cassette: true } }, async ({ client }) => { await greet(client) })"

test.each([...ofKind('jest'), ...ofKind('playwright'), ...ofKind('fixture')])(
  '$place records in its runner, and then replays',
  { timeout: 60_000 },
  async (block) => {
    const kind = kindOf(block) as keyof typeof RUNNERS
    const [example, file, imports] = RUNNERS[kind]
    const folder = installExample(example)
    writeFileSync(join(folder, 'greet.js'), GREET_MODULE)
    const head = ["import OpenAI from 'openai'", "import { greet } from './greet.js'"]
    const code = [...head, ...(block.code.includes('import ') ? [] : [imports]), fill(block.code)]
    writeFileSync(join(folder, file), [...code, kind === 'fixture' ? USE : ''].join('\n'))
    const command = {
      jest: 'NODE_OPTIONS=--experimental-vm-modules jest',
      playwright: 'playwright test',
      fixture: 'vitest run',
    }
    expect((await recordAndReplay(folder, command[kind])).length).toBeGreaterThan(0)
  },
)

const GREET_MODULE = `import OpenAI from 'openai'
export const greet = (client = new OpenAI({ apiKey: 'not-needed' })) =>
  client.chat.completions.create({ model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Say hi in Portuguese' }] })
`

/** Replaces a placeholder by a request of the client. */
function fill(code: string): string {
  const greet = "await greet(typeof client === 'undefined' ? undefined : client)"
  return code.replaceAll(/\/\/ ….*$/gm, greet).replaceAll('…', `${greet};`)
}

/** The names that a block of a script can use without an import. */
const NAMES = [
  ...Object.keys(library),
  ...[
    'server',
    'setupServer',
    'greet',
    'load',
    'test',
    'beforeAll',
    'afterAll',
    'expect',
    'vi',
    'OpenAI',
    'text',
    'finish',
  ],
]

/** Makes a test of a script: its imports are expressions, and it finishes what it has opened. */
function toTest({ place, code }: Block): string {
  const body = fill(code)
    .replaceAll(
      /^import \{(.+)\} from ('.+')$/gm,
      (_, names: string, from: string) => `const {${names.replaceAll(' as ', ': ')}} = await load(${from})`,
    )
    .replaceAll(/^import (\w+) from ('.+')$/gm, 'const { default: $1 } = await load($2)')
    .replaceAll(/^export const/gm, 'const')
  const [, type, method] = /class (\w+) \{[\s\S]*?async (\w+)\(/.exec(code) ?? []
  const call = type ? `await new ${type}().${method}()` : ''
  return `test('${place}', (context) => runBlock('${place.replaceAll(/\W/g, '-')}', context, async (scope) => {
  const { ${NAMES.join(', ')} } = scope as any
  {\n${body}\n${call}\nawait finish()\n}
}))
`
}
