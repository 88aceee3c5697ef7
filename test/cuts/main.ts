import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setupServer } from 'msw/node'
import { CassetteCutError, type CutKind, listenOptions, scopedCassettes, sweepCuts } from '../../dist/index.js'
import type { Consumer } from './consumers.ts'
import { streams } from './streams.ts'

// npm run test:cuts: cuts a short stream at each event, reads it with the SDKs, and writes docs/cut-streams.md.

const server = setupServer(...scopedCassettes())
server.listen(listenOptions)
// Its clients keep the `fetch` that exists when they are created.
const { consumers } = await import('./consumers.ts')
const rows: string[] = []
for (const consumer of consumers) rows.push(await toRow(consumer))
server.close()

const page = fileURLToPath(new URL('../../docs/cut-streams.md', import.meta.url))
const date = new Date().toISOString().slice(0, 10)
writeFileSync(
  page,
  `# SDKs and cut streams

\`npm run test:cuts\` writes this page (${date}). It reads the streamed text "Olá, mundo!" as the documentation of each SDK shows,
through MSW, and [cuts the stream](guide/faults.md#the-cut-sweep) after each event. A cell shows how many of these cuts gave a shortened text
without an error, out of all cuts.

The streams are made up for this test, in the form that each API documents: no provider sent them. The results show how an SDK treats the
end of a stream, and not how often a provider cuts one.

- **ends early**: the stream ends like a complete one, as when a proxy or a server shuts down.
- **breaks**: the connection breaks in the middle, or after the last event.
- **aborted**: nothing more arrives, and the code aborts the request with its signal. A client that returns what it has is meant to do so;
  the code that called it has to check its own signal.

| SDK | way | ends early | breaks | aborted |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

To detect a cut, check that the stream had its last event: a \`finish_reason\`, \`finishReason\`, \`stop_reason\`, \`done: true\` or
\`response.completed\`. A [test of your own code](guide/faults.md) proves that it does.
`,
)
console.log(rows.join('\n'))

async function toRow(consumer: Consumer): Promise<string> {
  const cells: string[] = []
  for (const kind of ['end', 'reset', 'abort'] as const) cells.push(await count(consumer, kind))
  const versions = consumer.packages.map((name) => `\`${name}\` ${versionOf(name)}`)
  return `| ${[versions.join(', '), consumer.way, ...cells].join(' | ')} |`
}

/** Counts the cuts that gave a shortened text without an error. */
async function count({ stream, read }: Consumer, kind: CutKind): Promise<string> {
  const cassette = { match: { body: 'ignore', ignoreQuery: 'all' }, hosts: ['*'] } as const
  try {
    const { cuts } = await sweepCuts(streams[stream], ({ signal }) => read(signal), { cuts: [kind], cassette })
    return `0 of ${cuts}`
  } catch (error) {
    if (error instanceof CassetteCutError) return `**${error.accepted.length} of ${error.cuts}**`
    throw error
  }
}

function versionOf(name: string): string {
  const file = fileURLToPath(new URL(`node_modules/${name}/package.json`, import.meta.url))
  return JSON.parse(readFileSync(file, 'utf8')).version
}
