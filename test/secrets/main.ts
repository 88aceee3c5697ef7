import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Result } from './run-trial.ts'
import { runTrials } from './run-trials.ts'
import { createTrials } from './trials.ts'

// npm run test:secrets -- [options]: records made-up secrets in many places, and searches the disk for them.
//
//   --place TEXT, --name TEXT, --shape TEXT   only trials whose place, name or shape contains the text
//   --share NUMBER                            how many of all pairs of places and shapes, from 0 to 1; default 0.25
//   --seed NUMBER                             other secrets, names and pairs; default 1
//   --failing                                 prints each trial that failed, as a line of JSON
//   --json FILE                               writes these lines to a file

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    share: { type: 'string', default: '0.25' },
    place: { type: 'string', default: '' },
    shape: { type: 'string', default: '' },
    name: { type: 'string', default: '' },
    failing: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})

const trials = createTrials(Number(values.seed), Number(values.share)).filter(
  ({ place, shape, name }) =>
    place.name.includes(values.place) && shape.name.includes(values.shape) && name.includes(values.name),
)
const results = await runTrials(trials)

const counts: Record<string, number> = {}
for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1
console.log(trials.length, counts)
const lines = results.filter(({ outcome }) => outcome !== 'redacted' && outcome !== 'refused').map(toLine)
if (values.failing) console.log(lines.join('\n'))
if (values.json !== undefined) writeFileSync(values.json, lines.map((line) => `${line}\n`).join(''))

function toLine({ trial, outcome, detail }: Result): string {
  const { family, place, name, shape, secret } = trial
  const { strength } = shape
  return JSON.stringify({
    outcome,
    family,
    place: place.name,
    name,
    shape: shape.name,
    strength,
    secret: secret.text,
    detail,
  })
}
