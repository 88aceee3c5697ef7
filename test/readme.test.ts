import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

/** The code blocks that name a file in `examples/`. */
const examples = [
  ...`${read('README.md')}${read('docs/runners.md')}`.matchAll(/^```\w+ (examples\/\S+)\n([\s\S]*?)^```$/gm),
].map(([, file = '', code]) => ({
  file,
  code,
}))

test('the documentation shows these examples', () => {
  expect(examples.map(({ file }) => file)).toEqual([
    'examples/vitest-setup/stream.test.ts',
    'examples/vitest-setup/one-test.test.ts',
    'examples/vitest/weather.test.ts',
    'examples/jest-swc/jest.config.mjs',
    'examples/node-test/weather.test.js',
    'examples/playwright/weather.spec.js',
  ])
})

test.each(examples)('the code in the documentation equals $file', ({ file, code }) => {
  expect(code).toBe(read(file))
})

test('the README begins with one sentence, the install command and a complete example', () => {
  const [title, sentence, install, example] = read('README.md').split('\n\n')
  expect(title).toBe('# msw-cassette')
  expect(sentence).toMatch(/^[^\n]+\.$/)
  expect(install).toBe('```sh\nnpm install --save-dev msw-cassette msw\n```')
  expect(example).toMatch(/^```ts examples\//)
})
