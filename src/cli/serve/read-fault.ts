import type { Fault } from '../../faults/fault.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { UsageError } from '../command.ts'

/**
 * Reads a value of `--fault`: JSON such as `{"at":0,"status":429}`, or `at=0,status=429`. The session checks what it means.
 *
 * @throws UsageError
 */
export function readFault(text: string): Fault {
  return text.trimStart().startsWith('{') ? readJson(text) : Object.fromEntries(text.split(',').map(toMember(text)))
}

function readJson(text: string): Fault {
  try {
    const value: unknown = JSON.parse(text)
    if (isJsonObject(value)) return value
  } catch {}
  return refuse(text)
}

function toMember(text: string): (member: string) => [name: string, value: string | number] {
  return (member) => {
    const [, name, value] = /^\s*(\w+)=(.+)$/s.exec(member) ?? []
    if (name === undefined || value === undefined) return refuse(text)
    return [name, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value]
  }
}

function refuse(text: string): never {
  throw new UsageError(`--fault is "${text}", and must be a fault, such as at=0,status=429 or {"at":0,"cutAfter":3}.`)
}
