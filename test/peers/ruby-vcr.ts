import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Peer } from './peer.ts'

const driver = fileURLToPath(new URL('drivers/ruby-vcr.rb', import.meta.url))

const RUBY = 'ruby'

/** Ruby VCR with WebMock and Net::HTTP. It writes bodies as text, or all as base64 (`preserve_exact_body_bytes`). */
export function rubyVcr(bodies: 'text' | 'base64'): Peer {
  return {
    name: bodies === 'text' ? 'Ruby VCR' : 'Ruby VCR, base64',
    format: 'read-only',
    extension: '.yml',
    prepare() {
      const program = 'require "vcr"; require "webmock"; print VCR.version'
      const { status, stdout } = spawnSync(RUBY, ['-e', program], { encoding: 'utf8' })
      if (status !== 0) return { skipped: 'there is no Ruby with the gems vcr and webmock' }
      return { version: stdout, command: [RUBY, driver], env: bodies === 'text' ? {} : { EXACT_BYTES: '1' } }
    },
  }
}
