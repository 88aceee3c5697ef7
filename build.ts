import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { build, type Plugin, rolldown } from 'rolldown'

// Bundles the entry points of package.json into a few files: test runners load a library again for each test file, and a hundred
// small modules take four times as long as a few. tsc writes the declarations, one for each source.

rmSync('dist', { recursive: true, force: true })

const { exports, bin }: Record<string, unknown> = JSON.parse(readFileSync('package.json', 'utf8'))
// The plugin names the setup files itself, and the setups of runners load the last one when they need MSW.
const names = [...[exports, bin].flatMap(builtFiles), 'page/vitest/page-setup', 'vitest/refusing-setup', 'msw/msw-side']
/** The style of the page of `msw-cassette view`. Later rules override earlier ones. */
const STYLES = [
  'colors',
  'frame',
  'list',
  'interaction',
  'conversation',
  'code',
  'raw',
  'stream',
  'diff',
  'help',
  'media',
]
/** Next to the file that loads it. */
const FORMATS_FILE = 'dist/shared/formats.cjs'
/** The imports that differ between Node and pages. */
const platformFiles: Record<string, Record<'node' | 'page', string>> = {
  '#session-modules': { node: 'src/open/node-modules.ts', page: 'src/open/page-modules.ts' },
  '#serve': { node: 'src/serve/listen.ts', page: 'src/serve/listen-page.ts' },
  '#usage': { node: 'src/open/session-usage.ts', page: 'src/open/session-usage-page.ts' },
  '#upstream': { node: 'src/websocket/connect-upstream.ts', page: 'src/websocket/connect-upstream-page.ts' },
  '#upgrades': { node: 'src/upgrade/intercept-upgrades.ts', page: 'src/upgrade/intercept-upgrades-page.ts' },
  '#formats': { node: 'src/format/formats-node.ts', page: 'src/format/formats-page.ts' },
  '#sha256': { node: 'src/platform/sha256-node.ts', page: 'src/platform/sha256-page.ts' },
  '#yaml': { node: 'src/platform/yaml-node.ts', page: 'src/platform/yaml-page.ts' },
}
const isPackage = /^[^./#]/
/** Pages get the hash as a part of their files: Node, which has one, does not install it. */
const external = {
  node: isPackage,
  page: (id: string) => isPackage.test(id) && !id.startsWith('@noble/'),
}
const transform = { target: 'es2022' }
// The annotations let bundlers drop the parts that their program does not use.
const comments = { annotation: true, legal: false, jsdoc: false }
const withoutMsw = await findModules('src/without-msw.ts', 'node')
const setup = await findModules('src/node-test.ts', 'node')
const main = await findModules('src/index.ts', 'node')
const page = await findModules('src/open/open-fetch-session.ts', 'page')

// The readers and writers of formats, which Node loads on first use.
await build({
  input: './src/format/format-module.ts',
  external: ['errors', 'yaml'],
  platform: 'neutral',
  transform,
  plugins: [shareModules()],
  output: {
    file: FORMATS_FILE,
    format: 'iife',
    name: 'formats',
    globals: { errors: 'shared.errors', yaml: 'shared.yaml' },
    comments,
    // The parentheses let V8 compile it immediately. Otherwise it is parsed twice, which takes a third of the time to load it.
    postBanner: 'module.exports = (function (shared) {',
    postFooter: 'return formats })',
  },
})

const define = {
  CASSETTE_FORMATS: JSON.stringify(listFormats()),
  VIEW_PAGE: JSON.stringify(await bundleViewPage()),
}

await build({
  input: toInput(names.filter((name) => !name.startsWith('page/'))),
  external: external.node,
  platform: 'neutral',
  transform: { ...transform, define },
  plugins: [resolvePlatform('node')],
  logLevel: 'warn',
  output: {
    dir: 'dist',
    comments,
    chunkFileNames: 'shared/[name].js',
    codeSplitting: {
      groups: [
        // Apart from the core: the command line needs nothing else for its help.
        { name: 'errors', test: /src.errors./, priority: 1 },
        { name: 'core', test: (id) => isCore(id) },
        // Without the integrations and without `msw/node`: an entry point must not load what only another one needs.
        { name: 'setup', test: (id) => setup.fromStart.has(id) && !id.endsWith('node-test.ts'), minShareCount: 2 },
        { name: 'msw', test: /src.(?:msw.(?!listen|msw-side|web-socket-client)|open)/, minShareCount: 2 },
      ],
    },
  },
})

// Pages get files of their own, without Node's modules. There, `msw-cassette/fetch` loads the redaction, the recorder and the diagnosis on demand.
await build({
  input: toInput(names.flatMap((name) => (name.startsWith('page/') ? name.slice('page/'.length) : []))),
  external: external.page,
  platform: 'browser',
  transform,
  plugins: [resolvePlatform('page')],
  logLevel: 'warn',
  output: {
    dir: 'dist/page',
    comments,
    chunkFileNames: 'shared/[name].js',
    // Apart from the YAML package, which bundlers can't drop because its modules have side effects.
    codeSplitting: {
      groups: [
        { name: 'replay', test: (id) => page.fromStart.has(id) },
        { name: 'record', test: (id) => page.onDemand.has(id) },
      ],
    },
  },
})

// CommonJS code that requires the Jest entry, or Jest without its flag, gets one of these files. It loads the ES module or explains why
// it can't.
for (const name of ['required', 'required-setup']) {
  await build({
    input: `./src/jest/${name}.cts`,
    external: ['./index.js', './setup.js'],
    platform: 'node',
    output: { file: `dist/jest/${name}.cjs`, format: 'cjs' },
  })
}

// Not an output of tsc, which only reads it.
copyFileSync('src/client.d.ts', 'dist/client.d.ts')

/** All that works without MSW, for the entry points without it and for those with it: one file loads faster than two. */
function isCore(id: string): boolean {
  const isShared = withoutMsw.fromStart.has(id) || (main.fromStart.has(id) && setup.fromStart.has(id))
  return isShared && !id.endsWith('without-msw.ts')
}

/** Lists the built files that a part of package.json names. */
function builtFiles(part: unknown): string[] {
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(builtFiles)
  const [, name] = /^\.\/dist\/(.+)\.js$/.exec(String(part)) ?? []
  return name === undefined ? [] : [name]
}

function toInput(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((name) => [name, `./src/${name}.ts`]))
}

/** The modules that an entry point loads. */
type LoadedModules = Record<'fromStart' | 'onDemand', ReadonlySet<string>>

async function findModules(entry: string, platform: 'node' | 'page'): Promise<LoadedModules> {
  const bundle = await rolldown({ input: entry, external: external[platform], plugins: [resolvePlatform(platform)] })
  const { output } = await bundle.generate()
  const [first = [], ...others] = output.map((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []))
  return { fromStart: new Set(first), onDemand: new Set(others.flat()) }
}

/** Takes the errors and the YAML package from the rest of the library: `instanceof` needs one copy of the errors. */
function shareModules(): Plugin {
  return {
    name: 'share-modules',
    resolveId: {
      order: 'pre',
      handler(id) {
        if (id === '#yaml') return { id: 'yaml', external: true }
        return id.endsWith('/errors/errors.ts') ? { id: 'errors', external: true } : null
      },
    },
  }
}

/** The page of `msw-cassette view`: its code and its style as texts, which the command writes into one file. */
async function bundleViewPage(): Promise<{ script: string; style: string }> {
  const bundle = await rolldown({
    input: 'src/view/page/main.ts',
    platform: 'browser',
    transform: { ...transform, define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'warn',
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments })
  const style = STYLES.map((name) => readFileSync(`src/view/page/style/${name}.css`, 'utf8')).join('')
  return {
    script: output[0].code.trim(),
    style: style
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?([{};]) ?/g, '$1')
      .trim(),
  }
}

function listFormats(): unknown {
  const create = createRequire(import.meta.url)(resolve(FORMATS_FILE))
  return create({ errors: {}, yaml: {} }).cassetteFormats
}

/** Resolves the imports that differ between Node and pages. */
function resolvePlatform(platform: 'node' | 'page'): Plugin {
  return {
    name: 'platform',
    resolveId: {
      order: 'pre',
      handler(id) {
        const file = platformFiles[id]?.[platform]
        return file ? resolve(file) : null
      },
    },
  }
}
