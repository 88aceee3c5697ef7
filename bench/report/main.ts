import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// npm run docs:speed [rounds] [benches]: measures everything, and writes `docs/speed.md`. With names of benches, separated by commas,
// it writes only their sections. A bench that misses a limit is written too, and fails the script. `rounds` replaces the numbers below,
// with which everything takes about 15 minutes on an idle machine.

const benches = {
  rows: { file: '../main.ts', rounds: 5 },
  suite: { file: '../suite/main.ts', rounds: 3 },
  peers: { file: '../peers/main.ts', rounds: 3 },
  server: { file: '../serve/main.ts', rounds: 3 },
}
const rounds = process.argv[2]
const selected = process.argv[3]?.split(',') ?? Object.keys(benches)

for (const [name, bench] of Object.entries(benches)) {
  if (!selected.includes(name)) continue
  const program = fileURLToPath(new URL(bench.file, import.meta.url))
  const env = { ...process.env, SPEED_PAGE: 'write' }
  const { status } = spawnSync(process.execPath, [program, rounds ?? String(bench.rounds)], { stdio: 'inherit', env })
  if (status !== 0) process.exitCode = 1
}
