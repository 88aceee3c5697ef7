import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { samplePattern, seededRandom } from '../../test/sample-pattern.ts'
import { findKinds, mirror, type ShapeExample, shapes } from '../../test/secrets/shape-examples.ts'

// npm run shapes:examples: writes examples of the shapes of credentials, the shortest ones and each alternative, with the findings of the
// scan for them. It keeps those that exist, so that a change that breaks a shape fails their test.

const file = fileURLToPath(new URL('../../test/secrets/shape-examples.json', import.meta.url))
const examples: ShapeExample[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
const known = new Set(examples.map(({ shape }) => shape))
const random = seededRandom(5)

for (const [shape, { source }] of shapes) {
  if (known.has(shape)) continue
  const isWhole = new RegExp(`^(?:${source})$`)
  const wanted = 2 * source.split('|').length + 1
  for (let found = 0, tries = 0; found < wanted && tries < 200; tries++) {
    const text = samplePattern(source, random, 'shortest')
    if (!isWhole.test(text) || findKinds(text).length === 0) continue
    found++
    examples.push({ shape, text: mirror(text), whole: findKinds(text), cut: findKinds(text.slice(0, -1)) })
  }
}
writeFileSync(file, `[\n${examples.map((example) => JSON.stringify(example)).join(',\n')}\n]\n`)
