import { isRegExp } from '../platform/cross-realm.ts'

/**
 * Shows any value in a message: as JSON if that is possible, and never with an error.
 *
 * @param value a value of a user or of a file
 */
export function showValue(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'number' || isRegExp(value)) return String(value)
  if (typeof value === 'bigint') return `${value}n`
  try {
    return JSON.stringify(value, showMember) ?? String(value)
  } catch {
    return 'an object that JSON does not have'
  }
}

function showMember(_name: string, member: unknown): unknown {
  if (typeof member === 'bigint') return `${member}n`
  return isRegExp(member) ? String(member) : member
}
