import { aFunction, type Check, objectOf, oneOf, refuseOption, satisfying } from '../options/checks.ts'
import { type Fault, type FaultyCassette, faultKinds, faultSelectors, membersOf, type PlannedFault } from './fault.ts'

/**
 * Checks the option `faults`. Positions in answers are checked by `FaultPlan`.
 *
 * @throws CassetteOptionError
 */
export function checkFaults(faults: readonly Fault[], { path, interactions, growth }: FaultyCassette): void {
  for (const [index, fault] of faults.entries()) {
    const option = `faults[${index}]`
    if (fault === undefined) refuseOption(option, fault, 'a fault')
    checkFault(fault, option)
    checkMembers(fault, option)
    if (growth === 'fixed') assertInteraction({ fault, option }, interactions.length, path)
  }
}

/** @throws CassetteOptionError if a fault is for an interaction that does not exist */
export function assertInteraction(
  { fault: { at }, option }: Pick<PlannedFault, 'fault' | 'option'>,
  count: number,
  path: string,
): void {
  if (at !== undefined && at >= count)
    refuseOption(`${option}.at`, at, `below ${count}, the number of interactions of ${path}`)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

const aCount: Check = satisfying(isCount, 'a whole number from 0')

const aPosition: Check = (value, option) => {
  if (value === undefined || isCount(value)) return
  if (typeof value !== 'object' || value === null)
    refuseOption(option, value, "a number of events, or { bytes: 10 }, or { events: 2, inside: 'event' }")
  if ('bytes' in value)
    return objectOf<{ bytes: number }>({ bytes: required(isCount, 'a number of bytes') })(value, option)
  objectOf<{ events: number; inside: string }>({
    events: required(isCount, 'a number of events'),
    inside: required((each) => each === 'event' || each === 'character', "one of 'event', 'character'"),
  })(value, option)
}

/** Like `satisfying`, and refuses an absent value, too. */
function required(test: (value: unknown) => boolean, expected: string): Check {
  return (value, option) => {
    if (!test(value)) refuseOption(option, value, expected)
  }
}

const checkFault = objectOf<Fault>({
  at: aCount,
  when: aFunction,
  chance: satisfying(
    (value) => typeof value === 'number' && value > 0 && value <= 1,
    'a number above 0, and at most 1',
  ),
  seed: satisfying(Number.isSafeInteger, 'a whole number'),
  times: satisfying((value) => isCount(value) && value > 0, 'a whole number from 1'),
  status: satisfying((value) => isCount(value) && value >= 400 && value <= 599, 'a status from 400 to 599'),
  headers: satisfying(areHeaders, "headers, such as { 'retry-after': '2' }"),
  body: satisfying(isSendable, 'text, or a value that JSON can contain'),
  connection: oneOf(['refused', 'reset']),
  cutAfter: aPosition,
  cutAs: oneOf(['reset', 'end']),
  stallAfter: aPosition,
  onStall: aFunction,
  firstEventAfter: satisfying((value) => Number.isFinite(value) && Number(value) >= 0, 'a number of milliseconds'),
  malformed: aCount,
  duplicate: aCount,
})

/** The members that need another one. */
const DEPENDENT = {
  seed: 'chance',
  headers: 'status',
  body: 'status',
  cutAs: 'cutAfter',
  onStall: 'stallAfter',
} as const

function checkMembers(fault: Fault, option: string): void {
  assertOne(fault, faultSelectors, option, 'a fault that has exactly one of')
  assertOne(fault, faultKinds, option, 'a fault of exactly one kind, one of')
  if (fault.chance !== undefined && fault.seed === undefined)
    refuseOption(
      `${option}.seed`,
      fault.seed,
      'a whole number: with it, "chance" selects the same requests on every run',
    )
  for (const [name, other] of Object.entries(DEPENDENT)) {
    if (Reflect.get(fault, name) !== undefined && fault[other] === undefined)
      refuseOption(`${option}.${name}`, Reflect.get(fault, name), `used together with "${other}"`)
  }
}

function assertOne(fault: Fault, names: readonly (keyof Fault)[], option: string, expected: string): void {
  const found = membersOf(fault, names)
  if (found.length !== 1)
    refuseOption(option, fault, `${expected} ${names.join(', ')}; it has ${found.join(' and ') || 'none'}`)
}

function areHeaders(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  try {
    new Headers(Object.entries(value))
    return Object.values(value).every((each) => typeof each === 'string')
  } catch {
    return false
  }
}

function isSendable(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}
