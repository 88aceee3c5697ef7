import { readFileSync, rmSync } from 'node:fs'
import { build } from 'rolldown'

// Bundles what package.json names into few files: test runners load a library anew for each test file, and a hundred small
// modules take four times as long as a few. The declarations are tsc's, one for each source.

rmSync('dist', { recursive: true, force: true })

const { exports, imports, bin }: Record<string, unknown> = JSON.parse(readFileSync('package.json', 'utf8'))

await build({
  input: Object.fromEntries([exports, imports, bin].flatMap(builtFiles).map((name) => [name, `./src/${name}.ts`])),
  external: (id, _importer, isResolved) => !isResolved && /^[^./]/.test(id),
  platform: 'neutral',
  transform: { target: 'es2022' },
  logLevel: 'warn',
  output: {
    dir: 'dist',
    comments: false,
    chunkFileNames: 'shared/[name].js',
    codeSplitting: {
      groups: [
        // Without the integrations, and without what only exists in Node: one must not load what another needs.
        { name: 'core', test: /src.(?!jest|cli|runner|msw.listen)/, minShareCount: 2 },
      ],
    },
  },
})

// What CommonJS is told: it requires the other build of its entry, or says why it can't.
await build({
  input: './src/jest/required.cts',
  external: ['./index.js'],
  platform: 'node',
  output: { file: 'dist/jest/required.cjs', format: 'cjs' },
})

/** The names of the built files that a part of package.json names. */
function builtFiles(part: unknown): string[] {
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(builtFiles)
  const [, name] = /^\.\/dist\/(.+)\.js$/.exec(String(part)) ?? []
  return name === undefined ? [] : [name]
}
