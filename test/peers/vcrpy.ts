import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Peer } from './peer.ts'

const driver = fileURLToPath(new URL('drivers/vcrpy.py', import.meta.url))

/** Python on the path, else Debian's, for which `python3-vcr` is installed. */
const PYTHON = ['python3', '/usr/bin/python3']

/** vcrpy, with Python's own HTTP client. */
export const vcrpy: Peer = {
  name: 'vcrpy',
  format: 'vcrpy',
  extension: '.yaml',
  prepare() {
    for (const python of PYTHON) {
      const { status, stdout } = spawnSync(python, ['-c', 'import vcr; print(vcr.__version__)'], { encoding: 'utf8' })
      if (status === 0) return { version: stdout.trim(), command: [python, driver] }
    }
    return { skipped: 'no Python has the module vcr' }
  },
}
