import { builtin } from '../platform/builtin.ts'

/** Remembers who called a function, without reading the stack. */
export interface Caller {
  /** The absolute path of the file that contains the call; undefined if the platform does not provide it. */
  readonly file: string | undefined
}

/**
 * Remembers the file that called a function. It identifies the test file in runners whose tests do not know their file.
 *
 * @param callee the function
 */
export function rememberCaller(callee: (...args: never[]) => unknown): Caller {
  const error: { stack?: string } = {}
  Error.captureStackTrace?.(error, callee)
  return {
    get file() {
      return toPath(/^ {4}at (?:.*\()?(.+?):\d+(?::\d+)?\)?$/m.exec(error.stack ?? '')?.[1])
    },
  }
}

/**
 * Converts a `file:` URL to a path.
 *
 * @param file a `file:` URL or an absolute path
 * @returns undefined for anything else
 */
export function toPath(file: string | undefined): string | undefined {
  if (file?.startsWith('file:')) return builtin('url')?.fileURLToPath(file)
  return file !== undefined && /^(?:[/\\]|[A-Za-z]:)/.test(file) ? file : undefined
}
