/**
 * Captures the stack above a function, with more lines than V8's default of 10.
 *
 * @param target gets the stack; an error, or any object
 * @param callee the stack begins above its call
 * @param limit the number of lines
 */
export function captureStack(target: { stack?: string }, callee: object, limit: number): string {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = limit
  Error.captureStackTrace(target, callee as () => unknown)
  const stack = String(target.stack)
  Error.stackTraceLimit = stackTraceLimit
  return stack
}
