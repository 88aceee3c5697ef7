/** A value that all copies of this library in one process share. */
export interface GlobalSlot<T> {
  get(): T | undefined
  set(value: T | undefined): void
}

/**
 * Creates a slot on the global object. A process can contain several copies of this library: after `vi.resetModules()`, in
 * Jest's sandboxes, or if a setup file and a test resolve it differently.
 *
 * @param name unique, with a version that changes with the shape of the value, such as `scope/1`
 */
export function globalSlot<T>(name: string): GlobalSlot<T> {
  const key = Symbol.for(`msw-cassette/${name}`)
  const holder = globalThis as { [slot: symbol]: T | undefined }
  return {
    get: () => holder[key],
    set(value) {
      holder[key] = value
    },
  }
}
