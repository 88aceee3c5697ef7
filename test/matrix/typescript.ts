import { join } from 'node:path'
import { type Cell, install, run, writeFiles } from './project.ts'

const COMPILERS = ['5.9', '6', '7']
const RESOLUTIONS = ['nodenext', 'node16', 'bundler'] as const

/** Each entry point, and lines that have to be errors: they fail if the types are missing. */
const MODULE = `/// <reference types="msw-cassette/client" />
import { type CassetteOptions, fromCassette, openCassette, withCassette } from 'msw-cassette'
import { openCassette as open } from 'msw-cassette/fetch'
import { useCassettes } from 'msw-cassette/jest'
import 'msw-cassette/node-test'
import { test as playwrightTest } from 'msw-cassette/playwright'
import 'msw-cassette/register'
import { cassettes, test } from 'msw-cassette/vitest'
import tape from './a.yaml?cassette'

const options: CassetteOptions = { mode: 'replay' }
export const session = openCassette(tape, options)
export const used = [fromCassette, withCassette, open, playwrightTest, useCassettes, cassettes, session.played.length]
test('replays', { meta: { cassette: true } }, ({ cassette }) => cassette.verify())
// @ts-expect-error
openCassette(1)
// @ts-expect-error
test('replays', { meta: { cassette: 1 } }, () => {})
// @ts-expect-error
tape.interactions[0]?.request.nothing
`

/** CommonJS loads the library with \`require\`, which is what its imports are compiled to, or with \`import()\`. */
const COMMONJS = {
  nodenext: `import { openCassette } from 'msw-cassette'
import { cassettes } from 'msw-cassette/vitest'
if (openCassette('{"log":{"entries":[]}}').mode !== 'replay' || cassettes().name !== 'msw-cassette') throw new Error('not loaded')
// @ts-expect-error
void (() => openCassette(1))
`,
  node16: `import('msw-cassette').then(({ openCassette }) => {
  if (openCassette('{"log":{"entries":[]}}').mode !== 'replay') throw new Error('not loaded')
  // @ts-expect-error
  void (() => openCassette(1))
})
`,
}

/**
 * Compiles a module with all entry points, with each compiler and resolution and without \`skipLibCheck\`, and runs CommonJS that the
 * compilers have emitted.
 *
 * @param folder an empty folder
 * @param library the packed library
 * @returns the rows of a table
 */
export function testTypeScript(folder: string, library: string): string[][] {
  const compilers = Object.fromEntries(COMPILERS.map((version) => [alias(version), `npm:typescript@${version}`]))
  const libraries = {
    '@playwright/test': '1',
    '@types/node': '24',
    msw: '3',
    vite: '8',
    vitest: '5',
    'msw-cassette': library,
  }
  writeFiles(folder, {
    'package.json': { private: true, type: 'module', dependencies: { ...compilers, ...libraries } },
    'main.ts': MODULE,
    'nodenext.cts': COMMONJS.nodenext,
    'node16.cts': COMMONJS.node16,
  })
  install(folder)
  const rows = COMPILERS.map((version) => [
    `TypeScript ${version}`,
    ...RESOLUTIONS.map((resolution) => compile(folder, version, resolution, 'main.ts')),
    ...(['nodenext', 'node16'] as const).map((resolution) => runCommonJs(folder, version, resolution)),
  ])
  const modules = RESOLUTIONS.map((resolution) => `\`${resolution}\``)
  return [['', ...modules, 'CommonJS, `nodenext`', 'CommonJS, `node16`, `import()`'], ...rows]
}

function alias(version: string): string {
  return `typescript-${version}`
}

function compile(
  folder: string,
  version: string,
  resolution: string,
  file: string,
  options: string[] = ['--noEmit'],
): Cell {
  const module = resolution === 'bundler' ? 'esnext' : resolution
  const shared = ['--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--types', 'node']
  const lib = ['--lib', 'es2023,esnext.disposable,dom,dom.iterable,dom.asynciterable']
  const args = [...shared, ...lib, '--module', module, '--moduleResolution', resolution, ...options, file]
  const tsc = join(folder, 'node_modules', alias(version), 'bin/tsc')
  return run(`TypeScript ${version}, ${resolution}: ${file}`, folder, [process.execPath, tsc, ...args])
}

function runCommonJs(folder: string, version: string, resolution: 'nodenext' | 'node16'): Cell {
  const compiled = compile(folder, version, resolution, `${resolution}.cts`, ['--outDir', `out-${version}`])
  if (compiled !== 'passes') return compiled
  return run(`CommonJS of TypeScript ${version}`, folder, [process.execPath, `out-${version}/${resolution}.cjs`])
}
