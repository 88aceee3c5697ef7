import { startVitest } from 'vitest/node'

// node run-suite.ts <folder>: runs a suite and prints the time and the CPU time of this process, in ms, as JSON.
process.chdir(process.argv[2] ?? '.')
const vitest = await startVitest('test', [], { watch: false, pool: 'threads' })
await vitest.close()
const { user, system } = process.cpuUsage()
process.stdout.write(`\n${JSON.stringify({ wall: performance.now(), cpu: (user + system) / 1000 })}\n`)
