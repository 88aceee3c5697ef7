import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// npm run docs:speed [rounds] [benches]: measures everything, and writes `docs/speed.md`. With names of benches, separated by commas,
// it writes only their sections. A bench that misses a limit is written too, and fails the script.

const benches = { rows: '../main.ts', suite: '../suite/main.ts', peers: '../peers/main.ts', server: '../serve/main.ts' }
const rounds = process.argv[2] ?? '7'
const selected = process.argv[3]?.split(',') ?? Object.keys(benches)

for (const [name, file] of Object.entries(benches)) {
  if (!selected.includes(name)) continue
  const program = fileURLToPath(new URL(file, import.meta.url))
  const env = { ...process.env, SPEED_PAGE: 'write' }
  const { status } = spawnSync(process.execPath, [program, rounds], { stdio: 'inherit', env })
  if (status !== 0) process.exitCode = 1
}
