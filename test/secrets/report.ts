import type { ConfusionResult } from './confusions/run-confusion-trial.ts'
import type { NormalResult } from './normal/run-normal-trial.ts'
import type { Result } from './run-trial.ts'

/** The results of a whole run. */
export interface Measurement {
  readonly seed: number
  readonly secrets: readonly Result[]
  readonly normal: readonly NormalResult[]
  readonly confusions: readonly ConfusionResult[]
}

/** The results that miss the goal, as lines of JSON. */
export function failuresOf({ secrets, normal, confusions }: Omit<Measurement, 'seed'>): string[] {
  return [
    ...secrets
      .filter(({ outcome }) => outcome !== 'redacted' && outcome !== 'refused')
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
      .map(({ trial: { content, place, group }, outcome, detail }) => ({
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
export function toPage({ seed, secrets, normal, confusions }: Measurement): string {
  const distinct = (values: readonly string[]): number => new Set(values).size
  const shapes = distinct(secrets.map(({ trial }) => trial.shape.name))
  const places = distinct(secrets.map(({ trial }) => trial.place.name))
  const names = distinct(secrets.map(({ trial }) => trial.name).filter((name) => name !== '(its own)'))
  return `# Secrets, measured

\`npm run test:secrets\` writes this page (seed ${seed}). It records made-up secrets through \`session.fetch\` from a local server, and
searches the cassette for half of the secret or more: as text, with the escapes of JSON, URLs and XML, in base64 and hexadecimal digits,
in UTF-16, compressed, and in the pieces of a stream. It then replays the cassette with the same requests.
The goal is 0 on the disk, 0 replays that fail, 0 false alarms and 0 confusions.

## Secrets

${secrets.length} trials with ${shapes} kinds of secrets, ${names} names and ${places} places. Kinds with a form of their own are tried in every
place, random values in places with a name that suggests a credential, and passwords of people behind names that are certain.

- **redacted**: the cassette is saved without the secret.
- **refused**: nothing with the secret is saved, and the session throws a [\`CassetteSecretError\`](errors.md#cassettesecreterror).
- **replay fails**: the cassette is clean, but it does not replay, or a body no longer parses.

${table(
  ['places', 'trials', 'redacted', 'refused', 'on the disk', 'replay fails'],
  secretRows(secrets, ({ trial }) => trial.family),
)}

${table(
  ['kinds of secrets', 'trials', 'redacted', 'refused', 'on the disk', 'replay fails'],
  secretRows(secrets, ({ trial }) => trial.shape.group),
)}

A redacted cassette also replays for a client with another secret: in ${secrets.filter(({ otherSecret }) => otherSecret === 'matches').length} of ${secrets.filter(({ otherSecret }) => otherSecret !== undefined).length} trials.

## False alarms

Content without a credential: ids, hashes, page tokens, encrypted reasoning, embeddings, log probabilities, schemas, source code, slugs and
the like. **altered**: a byte changes. **refused**: the save is refused.

${table(
  ['content', 'trials', 'kept', 'altered', 'refused', 'replay fails'],
  groupBy(
    normal,
    ({ trial }) => trial.group,
    ({ outcome }) => outcome,
    ['kept', 'altered', 'refused', 'unreplayable'],
  ),
)}

## Confusions

Pairs of requests that differ only in a value such as \`?key=language\` and \`?key=timezone\`. **confused**: one gets the response of the
other.

${table(
  ['places', 'trials', 'distinct', 'confused'],
  groupBy(
    confusions,
    ({ trial }) => trial.place,
    ({ outcome }) => (outcome === 'distinct' ? outcome : 'confused'),
    ['distinct', 'confused'],
  ),
)}
`
}

function secretRows(results: readonly Result[], group: (result: Result) => string): (string | number)[][] {
  const columns = { 'in the message': 'on the disk', unreplayable: 'fails', broken: 'fails', failed: 'fails' } as const
  const column = ({ outcome }: Result): string => (columns as Readonly<Record<string, string>>)[outcome] ?? outcome
  return groupBy(results, group, column, ['redacted', 'refused', 'on the disk', 'fails'])
}

/** One row for each group, and one for all: its name, the number of results, and the number in each column. */
function groupBy<T>(
  results: readonly T[],
  group: (result: T) => string,
  column: (result: T) => string,
  columns: readonly string[],
): (string | number)[][] {
  const row = (title: string, list: readonly T[]): (string | number)[] => [
    title,
    list.length,
    ...columns.map((name) => list.filter((result) => column(result) === name).length),
  ]
  const titles = [...new Set(results.map(group))]
  return [
    ...titles.map((title) =>
      row(
        title,
        results.filter((result) => group(result) === title),
      ),
    ),
    row('**all**', results),
  ]
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
