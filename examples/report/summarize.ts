import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync('reports/cassettes.json', 'utf8'))
console.log(`${report.saved.calls} calls of ${report.saved.tokens} tokens`)
for (const { file, state, saved } of report.cassettes)
  console.log(`${state} ${file}: ${saved.tokens}`)
