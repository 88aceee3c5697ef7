import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../temp-folder.ts'
import { isCode, kindOf } from './block-kind.ts'
import { readBlocks, readDocstrings } from './blocks.ts'

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
  const { currentSession, fromCassette, listenOptions, llmDefaults, openCassette, sweepCuts }: typeof library
  const { scopedCassettes, withCassette }: typeof library
  const { afterAll, beforeAll, describe, expect, test, vi }: typeof vitest
  class OpenAI extends OpenAIClient {}
  const base: typeof plugin.test
  const greet: (language?: string | OpenAI) => Promise<string>
  const text: string
}
`

/** The part of Next.js that a page shows. */
const NEXT = `declare module 'next/experimental/testmode/playwright.js' {
  import type { PlaywrightTestArgs, TestType } from '@playwright/test'
  interface Next { onFetch(answer: (request: Request) => Promise<Response>): void }
  export const test: TestType<PlaywrightTestArgs & { next: Next }, {}>
}
`

const HANDLERS = `import type { HttpHandler } from 'msw'\nexport declare const handlers: HttpHandler[]\n`

test('the examples in the README, in docs and in docstrings compile', { timeout: 120_000 }, async () => {
  const folder = makeTempFolder()
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  mkdirSync(join(folder, 'examples'))
  write('globals.d.ts', GLOBALS)
  write('next.d.ts', NEXT)
  write('examples/handlers.ts', HANDLERS)
  write('package.json', '{ "type": "module" }')
  write('tsconfig.json', JSON.stringify(toConfig()))
  const examples = [...readBlocks(), ...readDocstrings()].filter((block) => isCode(block) && kindOf(block) !== 'shown')
  expect(examples.length).toBeGreaterThan(40)
  for (const { place, code } of examples) {
    // Packages that are referenced as types are not found through the paths of the configuration.
    const imports = code.replaceAll(/^\/\/\/ <reference types="(.+)" \/>$/gm, "import '$1'")
    // A placeholder such as `{ … }` is not code.
    write(`examples/${place.replaceAll(/\W/g, '-')}.ts`, `${imports.replaceAll('…', '')}\nexport {}\n`)
  }
  const tsc = promisify(execFile)(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder])
  const { stdout } = await tsc.catch((error: { stdout: string }) => error)
  expect(stdout.replaceAll(folder, '')).toBe('')
})

/** Users import the built entries, which have the types of these sources. */
function toConfig(): object {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
  const paths = Object.entries<{ types?: string }>(exports).flatMap(([path, { types }]) =>
    types ? [[path.replace('.', 'msw-cassette'), [resolve(types.replace('dist', 'src').replace('.d.ts', '.ts'))]]] : [],
  )
  const internal = [
    ['#session-modules', [resolve('src/open/node-modules.ts')]],
    ['#serve', [resolve('src/serve/listen.ts')]],
    ['#usage', [resolve('src/open/session-usage.ts')]],
    ['#formats', [resolve('src/format/formats-page.ts')]],
    ['#sha256', [resolve('src/platform/sha256-node.ts')]],
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
