import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { confusionTrials } from './confusions/confusion-trials.ts'
import { runConfusionTrial } from './confusions/run-confusion-trial.ts'
import { createCorpusTrials } from './normal/corpus-trials.ts'
import { createNormalTrials } from './normal/normal-trials.ts'
import { runNormalTrial } from './normal/run-normal-trial.ts'
import { failuresOf, toPage } from './report.ts'
import { runAll } from './run-all.ts'
import { runTrial } from './run-trial.ts'
import { createTrials } from './trials.ts'

const help = `npm run test:secrets -- [options]

Records made-up secrets in many places and searches the disk for them, records content without secrets, and records requests that
must not be confused. Without an option that selects trials, it writes docs/secrets-measured.md. It fails if a trial misses the goal.

  --place TEXT, --name TEXT, --shape TEXT  only secrets whose place, name or shape contains the text
  --only secrets|normal|confusions|corpus  only this part. corpus: the real cassettes next to the checkout, which no other run uses
  --per-place NUMBER                       how many shapes each place gets (default 50)
  --seed NUMBER                            other secrets, names and pairs (default 1)
  --failing                                prints each trial that misses the goal, as a line of JSON
  --json FILE                              writes these lines to a file
`

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    'per-place': { type: 'string', default: '50' },
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
else await measure()

async function measure(): Promise<void> {
  const filter = options.place + options.shape + options.name
  const only = options.only ?? (filter === '' ? undefined : 'secrets')
  const seed = Number(options.seed)
  const run = (part: string): 'yes' | 'no' =>
    only === part || (only === undefined && part !== 'corpus') ? 'yes' : 'no'
  const secrets = createTrials(seed, Number(options['per-place'])).filter(
    ({ place, shape, name }) =>
      place.name.includes(options.place) && shape.name.includes(options.shape) && name.includes(options.name),
  )
  const normal = [
    ...(run('normal') === 'yes' ? createNormalTrials(seed, 4) : []),
    ...(run('corpus') === 'yes' ? createCorpusTrials() : []),
  ]
  const results = {
    seed,
    secrets: await runAll(run('secrets') === 'yes' ? secrets : [], runTrial),
    normal: await runAll(normal, runNormalTrial),
    confusions: await runAll(run('confusions') === 'yes' ? confusionTrials : [], runConfusionTrial),
  }
  const failures = failuresOf(results)
  const page = toPage(results)
  console.log(page.slice(page.indexOf('## Secrets')))
  if (options.failing) console.log(failures.join('\n'))
  if (options.json !== undefined) writeFileSync(options.json, failures.map((line) => `${line}\n`).join(''))
  const file = fileURLToPath(new URL('../../docs/secrets-measured.md', import.meta.url))
  if (only === undefined) writeFileSync(file, page)
  if (failures.length > 0) {
    console.error(`${failures.length} trials miss the goal.`)
    process.exitCode = 1
  }
}
