import { resolve } from 'node:path'
import { toLimit } from '../../session/expiry.ts'
import { pathKind } from '../../storage/read-folder.ts'
import { UsageError } from '../command.ts'
import type { Prices } from '../conversation-reader.ts'
import { toExpires } from '../expires-option.ts'
import { parseArguments } from '../parse-arguments.ts'

/** The arguments of `view`. */
export interface ViewArguments {
  readonly paths: readonly string[]
  /** The file to write. Absolute. */
  readonly file: string
  /** The same, as the user spelled it. */
  readonly out: string
  /** The other recording. */
  readonly against: string | undefined
  /** Older interactions have expired. */
  readonly oldest: Date | undefined
  readonly replace: 'own pages' | 'any file'
  readonly afterwards: 'open' | 'end'
  readonly prices: Prices
  readonly output: 'text' | 'json'
}

/** @throws UsageError */
export function readViewArguments(args: readonly string[]): ViewArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'cassettes.html' },
      open: { type: 'boolean' },
      against: { type: 'string' },
      expires: { type: 'string' },
      force: { type: 'boolean' },
      prices: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const { against, expires, out } = values
  if (positionals.length === 0) throw new UsageError('There is no file or folder to view.')
  if (positionals.includes('')) throw new UsageError('The name of a file or folder is empty.')
  if (out === '') throw new UsageError('--out is empty, and must be a file.')
  if (pathKind(resolve(out)) === 'folder')
    throw new UsageError(`--out is "${out}", which is a folder, and must be a file.`)
  return {
    paths: positionals,
    file: resolve(out),
    out,
    against,
    oldest: expires === undefined ? undefined : toLimit(toExpires(expires)),
    replace: values.force ? 'any file' : 'own pages',
    afterwards: values.open ? 'open' : 'end',
    prices: values.prices ? 'listed' : 'recorded',
    output: values.json ? 'json' : 'text',
  }
}
