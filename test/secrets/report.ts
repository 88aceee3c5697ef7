import type { ConfusionResult } from './confusions/run-confusion-trial.ts'
import type { NormalResult } from './normal/run-normal-trial.ts'
import type { Result } from './run-trial.ts'

/** The results of all parts. A part that was not run is empty. */
export interface Measurement {
  readonly secrets: readonly Result[]
  readonly normal: readonly NormalResult[]
  readonly confusions: readonly ConfusionResult[]
}

const isSafe = ({ outcome }: Result): boolean => outcome === 'redacted' || outcome === 'refused'

/** The results that miss the goal, as lines of JSON. */
export function failuresOf({ secrets, normal, confusions }: Measurement): string[] {
  return [
    ...secrets
      .filter((result) => !isSafe(result))
      .map(({ trial: { family, place, name, shape, secret }, outcome, detail }) => ({
        outcome,
        family,
        place: place.name,
        name,
        shape: shape.name,
        strength: shape.strength,
        secret: secret.text,
        detail,
      })),
    ...normal
      .filter(({ outcome }) => outcome !== 'kept')
      .map(({ trial: { group, content, place }, outcome, detail }) => ({
        outcome,
        family: group,
        content,
        place,
        detail,
      })),
    ...confusions
      .filter(({ outcome }) => outcome !== 'distinct')
      .map(({ trial: { name, place, values }, outcome, detail }) => ({ outcome, place, name, values, detail })),
  ].map((failure) => JSON.stringify(failure))
}

/** The page of the documentation. */
export function toPage(seed: number, results: Measurement): string {
  return `# Secrets, measured

\`npm run test:secrets\` writes this page (seed ${seed}). It records made-up secrets through \`session.fetch\` from a local server. Then it
searches the cassette for half of each secret or more: as text, with the escapes of JSON, URLs and XML, in base64 and hexadecimal
digits, in UTF-16, compressed, and in the pieces of a stream. If nothing is found, it replays the cassette with the same requests. The
goal is 0 on the disk, 0 failing replays, 0 false alarms and 0 confusions. \`test/secrets/\` lists all kinds, names and places.

${toTables(results)}`
}

/** The tables of the parts that were run. */
export function toTables({ secrets, normal, confusions }: Measurement): string {
  return [
    ...(secrets.length > 0 ? [secretTables(secrets)] : []),
    ...(normal.length > 0 ? [normalTable(normal)] : []),
    ...(confusions.length > 0 ? [confusionTable(confusions)] : []),
  ].join('\n')
}

function secretTables(results: readonly Result[]): string {
  const distinct = (values: readonly string[]): number => new Set(values).size
  const shapes = distinct(results.map(({ trial }) => trial.shape.name))
  const names = distinct(results.map(({ trial }) => trial.name).filter((name) => name !== '(its own)'))
  const places = distinct(results.map(({ trial }) => trial.place.name))
  const replayed = results.filter(({ otherSecret }) => otherSecret !== undefined)
  const matching = replayed.filter(({ otherSecret }) => otherSecret === 'matches')
  const titles = ['trials', 'redacted', 'refused', 'on the disk', 'replay fails']
  const rows = (group: (result: Result) => string): Row[] => count(results, group, columnOf, titles.slice(1))
  return `## Secrets

${results.length} trials with ${shapes} kinds of secrets, ${names} names and ${places} places. Secrets with a form of their own are tried in every
place, random values in places with a name that suggests a credential and where they repeat such a value, and passwords of people
behind unambiguous names.

- **redacted**: the cassette is saved without the secret, and replays.
- **refused**: nothing with the secret is saved, and the session throws a [\`CassetteSecretError\`](errors.md#cassettesecreterror).
- **replay fails**: the cassette is saved without the secret, but gives a mismatch, or a body no longer parses or lost more than the secret.

${table(
  ['places', ...titles],
  rows(({ trial }) => trial.family),
)}

${table(
  ['secrets', ...titles],
  rows(({ trial }) => trial.shape.group),
)}

A client with another secret of the same kind is also answered from ${matching.length} of ${replayed.length} redacted cassettes.
`
}

function columnOf({ outcome }: Result): string {
  if (outcome === 'redacted' || outcome === 'refused') return outcome
  return outcome === 'on the disk' || outcome === 'in the message' ? 'on the disk' : 'replay fails'
}

function normalTable(results: readonly NormalResult[]): string {
  const columns = { kept: 'kept', altered: 'altered', refused: 'refused', unreplayable: 'replay fails' } as const
  const rows = count(
    results,
    ({ trial }) => trial.group,
    ({ outcome }) => columns[outcome],
    Object.values(columns),
  )
  return `## False alarms

Content without a credential: ids, hashes, page tokens, encrypted reasoning, embeddings, log probabilities, schemas, source code, slugs,
and plain words next to credentials. **altered**: a byte changes. **refused**: the cassette is not saved.

${table(['content', 'trials', ...Object.values(columns)], rows)}
`
}

function confusionTable(results: readonly ConfusionResult[]): string {
  const rows = count(
    results,
    ({ trial }) => trial.place,
    ({ outcome }) => (outcome === 'distinct' ? 'distinct' : 'confused'),
    ['distinct', 'confused'],
  )
  return `## Confusions

Pairs of requests that differ only in a plain value behind a name that is sometimes a credential, such as \`?key=language\` and
\`?key=timezone\`. **confused**: one of them gets the response of the other, or is not recorded.

${table(['places', 'trials', 'distinct', 'confused'], rows)}
`
}

type Row = readonly (string | number)[]

/** One row for each group and one for all: the title, the number of results, and the number of results in each column. */
function count<T>(
  results: readonly T[],
  group: (result: T) => string,
  column: (result: T) => string,
  columns: readonly string[],
): Row[] {
  const row = (title: string, list: readonly T[]): Row => [
    title,
    list.length,
    ...columns.map((name) => list.filter((result) => column(result) === name).length),
  ]
  const titles = [...new Set(results.map(group))]
  const members = (title: string): T[] => results.filter((result) => group(result) === title)
  return [...titles.map((title) => row(title, members(title))), row('**all**', results)]
}

function table(head: readonly string[], rows: readonly Row[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
