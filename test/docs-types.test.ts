import { execFile } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { makeTempFolder } from './temp-folder.ts'

/** The names that examples use without an import. A line that imports one of them, or declares it, replaces it. */
const GLOBALS = `
import * as library from 'msw-cassette'
import { useCassettes as jestCassettes } from 'msw-cassette/jest'
import * as plugin from 'msw-cassette/vitest'
import * as msw from 'msw/node'
import OpenAIClient from 'openai'
import * as vitest from 'vitest'
import * as configuration from 'vitest/config'
declare global {
  const { cassettes, cassetteDefaults }: typeof plugin
  const useCassettes: typeof jestCassettes
  const { defineConfig }: typeof configuration
  const { setupServer }: typeof msw
  const server: msw.SetupServerApi
  const { currentSession, fromCassette, listenOptions, llmDefaults, openCassette }: typeof library
  const { scopedCassettes, withCassette }: typeof library
  const { afterAll, beforeAll, describe, expect, test, vi }: typeof vitest
  class OpenAI extends OpenAIClient {}
  const base: typeof plugin.test
  const greet: (language?: string | OpenAI) => Promise<string>
  const text: string
}
`

const HANDLERS = `import type { HttpHandler } from 'msw'\nexport declare const handlers: HttpHandler[]\n`

test('the examples in the README, in docs and in docstrings compile', { timeout: 120_000 }, async () => {
  const folder = makeTempFolder()
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  mkdirSync(join(folder, 'examples'))
  write('globals.d.ts', GLOBALS)
  write('examples/handlers.ts', HANDLERS)
  write('package.json', '{ "type": "module" }')
  write('tsconfig.json', JSON.stringify(toConfig()))
  const examples = [...findCodeBlocks(), ...findDocstrings()]
  expect(examples.length).toBeGreaterThan(40)
  for (const { name, code } of examples) {
    // Packages that are referenced as types are not found through the paths of the configuration.
    const imports = code.replaceAll(/^\/\/\/ <reference types="(.+)" \/>$/gm, "import '$1'")
    // A placeholder such as `{ … }` is not code.
    write(`examples/${name}.ts`, `${imports.replaceAll('…', '')}\nexport {}\n`)
  }
  const tsc = promisify(execFile)(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder])
  const { stdout } = await tsc.catch((error: { stdout: string }) => error)
  expect(stdout.replaceAll(folder, '')).toBe('')
})

interface Example {
  readonly name: string
  readonly code: string
}

function findCodeBlocks(): Example[] {
  return ['README.md', ...globSync('docs/*.md')].flatMap((page) => {
    const text = readFileSync(page, 'utf8')
    return [...text.matchAll(/^```(?:ts|js)\n([\s\S]*?)^```$/gm)].map(({ 1: code = '', index }) => ({
      name: toName(page, text, index),
      code,
    }))
  })
}

function findDocstrings(): Example[] {
  return globSync('src/**/*.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/^ *\* @example\n([\s\S]*?)^ *(?:\* @|\*\/)/gm)].map(({ 1: lines = '', index }) => ({
      name: toName(file, text, index),
      code: lines.replace(/^ *\* ?/gm, ''),
    }))
  })
}

function toName(file: string, text: string, index: number): string {
  return `${file.replaceAll(/\W/g, '-')}-${text.slice(0, index).split('\n').length}`
}

/** Users import the built entries, which have the types of these sources. */
function toConfig(): object {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
  const paths = Object.entries<{ types?: string }>(exports).flatMap(([path, { types }]) =>
    types ? [[path.replace('.', 'msw-cassette'), [resolve(types.replace('dist', 'src').replace('.d.ts', '.ts'))]]] : [],
  )
  const internal = [
    ['#session-modules', [resolve('src/open/node-modules.ts')]],
    ['#serve', [resolve('src/serve/listen.ts')]],
    ['#yaml', [resolve('src/platform/yaml-node.ts')]],
  ]
  return {
    extends: resolve('tsconfig.json'),
    compilerOptions: {
      paths: Object.fromEntries([...paths, ...internal]),
      experimentalDecorators: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    include: ['.'],
    exclude: ['node_modules'],
  }
}
