import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { makeTempFolder } from './temp-folder.ts'

const PROGRAM = `
  import { parseCassette } from 'msw-cassette/fetch'
  console.log(parseCassette('{"log":{"entries":[]}}').format)
`

test('a program for Node that is bundled with the library finds the formats in the installed package', async () => {
  const folder = makeTempFolder()
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('.'), join(folder, 'node_modules/msw-cassette'), 'junction')
  const bundle = await rolldown({
    input: 'program',
    platform: 'node',
    external: ['yaml'],
    plugins: [
      {
        name: 'program',
        resolveId: (id) => {
          if (id === 'program') return '\0program'
          return id === 'msw-cassette/fetch' ? resolve('dist/without-msw.js') : null
        },
        load: (id) => (id === '\0program' ? PROGRAM : null),
      },
    ],
  })
  await bundle.write({ dir: folder, entryFileNames: 'bundle.mjs', chunkFileNames: '[name].mjs' })
  expect(String(execFileSync(process.execPath, [join(folder, 'bundle.mjs')], { cwd: folder }))).toBe('har\n')
})

test('the stack of an error from a format begins in the program', () => {
  const code = `
    import { parseCassette } from '${pathToFileURL(resolve('dist/index.js'))}'
    function own() {
      parseCassette('version: 2\\ninteractions: {')
    }
    try {
      own()
    } catch (error) {
      console.log(error.stack.slice(error.stack.indexOf('    at ')).split('\\n')[0])
    }
  `
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code])
  expect(String(output)).toMatch(/^ {4}at own /)
})
