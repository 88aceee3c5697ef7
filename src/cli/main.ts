#!/usr/bin/env node
import { systemErrorCode } from '../storage/system-error.ts'
import { run } from './run.ts'
import { createTerminal } from './terminal.ts'

// A reader such as `head` can close the pipe early. The work is finished anyway.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (systemErrorCode(error) !== 'EPIPE') throw error
  })
}

const terminal = createTerminal(process)
process.exitCode = await run(process.argv.slice(2), terminal)
terminal.end()
