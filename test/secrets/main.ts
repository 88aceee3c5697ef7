import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { confusionTrials } from './confusions/confusion-trials.ts'
import { runConfusionTrial } from './confusions/run-confusion-trial.ts'
import { createCorpusTrials } from './normal/corpus-trials.ts'
import { createNormalTrials } from './normal/normal-trials.ts'
import { runNormalTrial } from './normal/run-normal-trial.ts'
import { failuresOf, type Measurement, toPage, toTables } from './report.ts'
import { runAll } from './run-all.ts'
import { runTrial } from './run-trial.ts'
import { createTrials } from './trials.ts'

const help = `npm run test:secrets -- [options]

Records made-up secrets in many places and searches the disk for them, records content without secrets, and records requests that
must not be confused. It fails if a trial misses the goal. It writes docs/secrets-measured.md unless an option selects other trials.

  --only secrets|normal|confusions|corpus  runs one part. corpus: the real cassettes next to the checkout, which no other run uses
  --place TEXT, --name TEXT, --shape TEXT  runs only secrets whose place, name or shape contains the text
  --per-place NUMBER                       how many shapes each place gets (default 25)
  --seed NUMBER                            selects other secrets, names and shapes (default 1)
  --failing                                prints each trial that misses the goal, as a line of JSON
  --json FILE                              writes these lines to a file
`

const PARTS = ['secrets', 'normal', 'confusions']
/** How many random values each content without a secret has. */
const VARIANTS = 4

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    'per-place': { type: 'string', default: '25' },
    only: { type: 'string' },
    place: { type: 'string', default: '' },
    shape: { type: 'string', default: '' },
    name: { type: 'string', default: '' },
    failing: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (options.help) console.log(help)
else report(await measure())

async function measure(): Promise<Measurement> {
  const seed = Number(options.seed)
  const filtered = options.place + options.shape + options.name !== ''
  const parts = options.only === undefined ? (filtered ? ['secrets'] : PARTS) : [options.only]
  const part = <T>(name: string, create: () => readonly T[]): readonly T[] => (parts.includes(name) ? create() : [])
  const secrets = part('secrets', () => createTrials(seed, Number(options['per-place']))).filter(
    ({ place, shape, name }) =>
      place.name.includes(options.place) && shape.name.includes(options.shape) && name.includes(options.name),
  )
  const normal = [...part('normal', () => createNormalTrials(seed, VARIANTS)), ...part('corpus', createCorpusTrials)]
  return {
    secrets: await runAll(secrets, runTrial),
    normal: await runAll(normal, runNormalTrial),
    confusions: await runAll(
      part('confusions', () => confusionTrials),
      runConfusionTrial,
    ),
  }
}

function report(results: Measurement): void {
  console.log(toTables(results))
  const failures = failuresOf(results)
  if (options.failing) console.log(failures.join('\n'))
  if (options.json !== undefined) writeFileSync(options.json, failures.map((line) => `${line}\n`).join(''))
  const selecting = ['only', 'place', 'shape', 'name', 'per-place', 'seed']
  if (!process.argv.some((argument) => selecting.some((option) => argument.startsWith(`--${option}`))))
    writeFileSync(
      fileURLToPath(new URL('../../docs/secrets-measured.md', import.meta.url)),
      toPage(Number(options.seed), results),
    )
  if (failures.length > 0) {
    console.error(`${failures.length} trials miss the goal.`)
    process.exitCode = 1
  }
}
