import { captureStack } from './capture-stack.ts'

/** More than V8's default of 10: this library and MSW can be deeper. */
const MAX_FRAMES = 100

const FRAME = /^ {4}at /m

/** Code of a package or of the platform. Vite puts the user's configuration into the folder that is excepted. */
const FOREIGN = /[\\/]node_modules[\\/](?!\.vite-temp[\\/])|\(?node:/

/** A list, because the folder can be unknown. Not at import: the runner maps the stack to its sources, which takes longer than the import. */
let own: [folder: string | undefined] | undefined

/**
 * Makes the stack of an error start at the code of the user, so that test runners show that line instead of one of this library.
 * Without such a line, the stack is only the message.
 *
 * @param error the error
 * @param callee the function or class that created it
 */
export function startStackAtUser(error: Error, callee: object): void {
  if (!Error.captureStackTrace) return
  const stack = captureStack(error, callee, MAX_FRAMES)
  // After the message, which can contain such lines.
  const start = stack.indexOf(error.message) + error.message.length
  const frames = stack
    .slice(start)
    .split('\n')
    .filter((line) => FRAME.test(line))
  const first = frames.findIndex((frame) => !FOREIGN.test(frame) && !isOwn(frame))
  const kept = first === -1 ? [] : frames.slice(first, first + Error.stackTraceLimit)
  error.stack = [withName(stack.slice(0, start), callee), ...kept].join('\n')
}

/** The name of an error is not set yet while its class creates it. */
function withName(message: string, callee: object): string {
  return callee instanceof Function && callee.prototype instanceof Error
    ? message.replace(/^Error\b/, callee.name)
    : message
}

function isOwn(frame: string): boolean {
  own ??= [findOwnFolder()]
  const [folder] = own
  return folder !== undefined && frame.includes(folder)
}

/** The folder of the built files, as a path: CommonJS has no URLs. Undefined if another build has moved this module. */
function findOwnFolder(): string | undefined {
  const frame = new Error().stack?.split('\n').find((line) => FRAME.test(line))
  return /(?:\(|at )(?:file:\/\/)?([^()]*[\\/]dist[\\/])(?:page[\\/])?shared[\\/]/.exec(frame ?? '')?.[1]
}
