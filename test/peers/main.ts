import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { replaceSection } from '../docs/replace-section.ts'
import { toExchange } from './exchanges/exchange.ts'
import { generateExchanges } from './exchanges/generated-exchanges.ts'
import { listedExchanges } from './exchanges/listed-exchanges.ts'
import { goVcr } from './go-vcr.ts'
import { findUnexpected, formatResults } from './report.ts'
import { rubyVcr } from './ruby-vcr.ts'
import { runPeers } from './run-peers.ts'
import { vcrpy } from './vcrpy.ts'

// npm run test:peers: records exchanges with this library and replays them with the real go-vcr, vcrpy and Ruby VCR, and the
// other way round, and appends to files of the others. Writes the table in docs/peers.md, and fails if a difference is not
// listed in expected-differences.ts. PEERS_SEED generates other exchanges, PEERS selects libraries by a part of their names.
// It installs nothing: see CONTRIBUTING for the packages. Libraries that are not installed are reported as skipped.

const seed = Number(process.env.PEERS_SEED ?? 1)
const selection = process.env.PEERS ?? ''
const peers = [goVcr(3), goVcr(4), vcrpy, rubyVcr('text'), rubyVcr('base64')]
// The big ones come last: recording takes longer the bigger the file already is.
const exchanges = [...generateExchanges(100, seed), ...listedExchanges]
  .map(toExchange)
  .sort((a, b) => a.responseBody.length - b.responseBody.length)
console.log(`${exchanges.length} exchanges, seed ${seed}`)

const skipped: string[] = []
const results = await runPeers({
  peers: peers.filter(({ name }) => name.toLowerCase().includes(selection.toLowerCase())),
  exchanges,
  onResult({ peer, driver, direction, findings }) {
    const equal = findings.filter(({ result }) => result === 'equal').length
    console.log(`${peer.name} ${driver.version}, ${direction.title}: ${equal} of ${findings.length} are equal`)
  },
  onSkip: ({ name }, reason) => skipped.push(`${name} is skipped: ${reason}`),
})

const unexpected = findUnexpected(results)
for (const { title, difference } of unexpected) console.error(`${title}\n  ${difference.replaceAll('\n', '\n  ')}`)
const table = formatResults(results)
console.log(`\n${table}\n`)
for (const line of skipped) console.log(line)
if (skipped.length > 0 || selection !== '' || seed !== 1)
  console.log('docs/peers.md is unchanged, because this is not a full run.')
else writeDocument(table)
console.log(`${unexpected.length} unexpected differences`)
if (unexpected.length > 0) process.exitCode = 1

/** Replaces the section of the document that this script writes. */
function writeDocument(text: string): void {
  const file = fileURLToPath(new URL('../../docs/peers.md', import.meta.url))
  writeFileSync(file, replaceSection({ document: readFileSync(file, 'utf8'), command: 'npm run test:peers', text }))
}
