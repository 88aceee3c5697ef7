import { isJsonObject, type JsonObject } from './json-value.ts'

/** Reads a text member of a value; undefined if the value is no object or the member is no text. */
export function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member : undefined
}

/** Reads a number member of a value; undefined if the value is no object or the member is no number that a double holds exactly. */
export function numberOf(value: unknown, name: string): number | undefined {
  const member = memberOf(value, name)
  return typeof member === 'number' ? member : undefined
}

/** Reads an object member of a value; undefined if the value is no object or the member is no object. */
export function objectOf(value: unknown, name: string): JsonObject | undefined {
  const member = memberOf(value, name)
  return isJsonObject(member) ? member : undefined
}

/** Reads a list member of a value; empty if the value is no object or the member is no list. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name)
  return Array.isArray(member) ? member : []
}

/** Lists the objects of a list member, without its other elements. */
export function objectsOf(value: unknown, name: string): JsonObject[] {
  return listOf(value, name).filter(isJsonObject)
}

/** Reads a member of a value; undefined if the value is no object. */
export function memberOf(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Copies an object without the members that are undefined. */
export function given<T extends object>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)) as Given<T>
}
