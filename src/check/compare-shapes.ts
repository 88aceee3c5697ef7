import type { Shape } from './shape.ts'

/** A difference between the recorded form of an answer and the one of today. */
export interface Drift {
  /** `info`: something is new. `warn`: something is gone. `error`: code that reads the recording would fail. */
  readonly severity: 'info' | 'warn' | 'error'
  readonly message: string
}

/** Compares two answers to one request. */
export function compareShapes(recorded: Shape, current: Shape): Drift[] {
  const status = compareStatus(recorded, current)
  if (status?.severity === 'error') return [status]
  if (recorded.kind !== current.kind)
    return [{ severity: 'error', message: `the body is ${current.kind}, and was ${recorded.kind}` }]
  return [
    ...(status ? [status] : []),
    ...compareEvents(recorded, current),
    ...compareTypes(recorded, current),
    ...compareReasons(recorded, current),
  ]
}

function compareStatus({ status: was }: Shape, { status: is }: Shape): Drift | undefined {
  if (was === is) return undefined
  return { severity: is >= 400 ? 'error' : 'warn', message: `the status is ${is}, and was ${was}` }
}

function compareEvents({ events: was }: Shape, { events: is }: Shape): Drift[] {
  const gone = [...new Set(was)].filter((name) => !is.includes(name))
  const added = [...new Set(is)].filter((name) => !was.includes(name))
  const common = (names: readonly string[], others: readonly string[]): string =>
    [...new Set(names.filter((name) => others.includes(name)))].join(' ')
  const isReordered = common(was, is) !== common(is, was)
  return [
    ...gone.map((name): Drift => ({ severity: 'error', message: `the event ${name} is gone` })),
    ...added.map((name): Drift => ({ severity: 'info', message: `the event ${name} is new` })),
    ...(isReordered ? [{ severity: 'warn', message: 'the events arrive in another order' } as const] : []),
  ]
}

function compareTypes({ types: was, events: oldEvents }: Shape, { types: is, events }: Shape): Drift[] {
  // The members of an event that is gone or new are not listed too.
  const isCompared = (path: string): boolean => path.startsWith('$') || isCommon(path, oldEvents, events)
  const gone = [...was.keys()].filter((path) => !is.has(path) && isCompared(path))
  const added = [...is.keys()].filter((path) => !was.has(path) && isCompared(path))
  return [
    ...topmost(gone).map((path): Drift => ({ severity: 'warn', message: `${path} is gone` })),
    ...topmost(added).map(
      (path): Drift => ({ severity: 'info', message: `${path} is new: ${listTypes(is.get(path))}` }),
    ),
    ...[...was].flatMap(([path, types]) => compareType(path, types, is.get(path))),
  ]
}

function isCommon(path: string, oldEvents: readonly string[], events: readonly string[]): boolean {
  const belongs = (name: string): boolean => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)
  return oldEvents.some(belongs) && events.some(belongs)
}

/** Without the members of listed ones. */
function topmost(paths: readonly string[]): string[] {
  const all = new Set(paths)
  return paths.filter((path) => !all.has(path.replace(/(?:\.[^.[]*|\[\*\])$/, '')))
}

function compareType(path: string, was: ReadonlySet<string>, is: ReadonlySet<string> | undefined): Drift[] {
  if (!is) return []
  const isNull = (types: ReadonlySet<string>): boolean => types.size === 1 && types.has('null')
  // A member that is null in one answer can have any type in another.
  if (isNull(was) || isNull(is)) return []
  const strange = [...is].filter((type) => type !== 'null' && !was.has(type))
  return strange.length === 0
    ? []
    : [{ severity: 'error', message: `${path} is ${listTypes(is)}, and was ${listTypes(was)}` }]
}

function listTypes(types: ReadonlySet<string> | undefined): string {
  return [...(types ?? [])].sort().join(' or ')
}

function compareReasons({ finishReasons: was }: Shape, { finishReasons: is }: Shape): Drift[] {
  return was.join() === is.join()
    ? []
    : [
        {
          severity: 'warn',
          message: `the finish reason is ${is.join(', ') || 'absent'}, and was ${was.join(', ') || 'absent'}`,
        },
      ]
}
