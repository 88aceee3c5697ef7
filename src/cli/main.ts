#!/usr/bin/env node
import { styleText } from 'node:util'
import { run } from './run.ts'
import { createTerminal } from './terminal.ts'

// A reader such as `head` can close the pipe early. The work is finished anyway.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const { stdout, stderr } = process
// Node decides, by the stream and by NO_COLOR and FORCE_COLOR.
const colors = styleText('bold', 'x', { stream: stdout }) === 'x' ? 'off' : 'on'
const terminal = createTerminal({ stdout, stderr, colors })
process.exitCode = await run(process.argv.slice(2), terminal)
terminal.end()
