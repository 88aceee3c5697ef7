import { readFileSync, rmSync } from 'node:fs'
import { build } from 'rolldown'

// Bundles the entry points in package.json into a few files. Test runners load the library again for each test file, and a hundred
// small modules take four times as long as a few. tsc writes the declarations, one for each source file.

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
        // Excludes the integrations and the code that only works in Node, so that no entry point loads them for another.
        { name: 'core', test: /src.(?!jest|cli|runner|msw.listen)/, minShareCount: 2 },
      ],
    },
  },
})

// The CommonJS entry point requires the ES module build, or throws an error that explains why it can't.
await build({
  input: './src/jest/required.cts',
  external: ['./index.js'],
  platform: 'node',
  output: { file: 'dist/jest/required.cjs', format: 'cjs' },
})

/** Returns the names of the built files that a part of package.json contains. */
function builtFiles(part: unknown): string[] {
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(builtFiles)
  const [, name] = /^\.\/dist\/(.+)\.js$/.exec(String(part)) ?? []
  return name === undefined ? [] : [name]
}
