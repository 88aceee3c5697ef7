import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Driver, Peer, Skipped } from './peer.ts'

const drivers = fileURLToPath(new URL('drivers/go-vcr', import.meta.url))

/** Go on the path, else Debian's `golang-1.23-go`, which is not on the path. */
const GO = ['go', '/usr/lib/go-1.23/bin/go']

const versions = { 3: 'v3.2.0', 4: 'v4.0.1' } as const

/**
 * go-vcr, from Go's module proxy, or from a GOPATH that has its source: `GO_VCR_SOURCE/src/gopkg.in/dnaeon/go-vcr.v4` and
 * `GO_VCR_SOURCE/src/gopkg.in/yaml.v3`.
 */
export function goVcr(major: 3 | 4): Peer {
  return {
    name: `go-vcr ${major}`,
    format: 'go-vcr-2',
    extension: '.yaml',
    prepare: (folder) => build(major, join(folder, `driver-of-go-vcr-${major}`)),
  }
}

function build(major: 3 | 4, folder: string): Driver | Skipped {
  const go = GO.find((program) => spawnSync(program, ['version']).status === 0)
  if (go === undefined) return { skipped: 'there is no Go' }
  const source = process.env.GO_VCR_SOURCE
  if (source !== undefined && !existsSync(join(source, `src/gopkg.in/dnaeon/go-vcr.v${major}`))) {
    return { skipped: `GO_VCR_SOURCE has no src/gopkg.in/dnaeon/go-vcr.v${major}` }
  }
  mkdirSync(folder)
  cpSync(join(drivers, 'driver.go'), join(folder, 'driver.go'))
  cpSync(join(drivers, `open-v${major}.go`), join(folder, 'open.go'))
  writeFileSync(join(folder, 'go.mod'), `module driver\nrequire gopkg.in/dnaeon/go-vcr.v${major} ${versions[major]}\n`)
  const env = source === undefined ? {} : { GO111MODULE: 'off', GOPATH: source }
  const args = ['build', ...(source === undefined ? ['-mod=mod'] : []), '-o', 'driver', '.']
  const { status, stderr } = spawnSync(go, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, GOTOOLCHAIN: 'local', ...env },
  })
  if (status !== 0) return { skipped: `its driver can't be built: ${stderr.trim()}` }
  return { version: versions[major], command: [join(folder, 'driver')] }
}
