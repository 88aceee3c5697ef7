/** The properties that nobody has read yet, with their own definition. */
const deferred = new Map<PropertyKey, { readonly owner: object; readonly descriptor: PropertyDescriptor }>()

/**
 * Runs a function when a property is read for the first time, before its value is returned. Node creates the value of some properties
 * only then, and reading them earlier would take as long as all the rest of a setup.
 *
 * @returns whether the property has such a value
 */
export function deferProperty(owner: object, name: PropertyKey, onRead: () => void): boolean {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name)
  if (!descriptor?.get || !descriptor.configurable) return false
  deferred.set(name, { owner, descriptor })
  Object.defineProperty(owner, name, {
    configurable: true,
    enumerable: descriptor.enumerable ?? false,
    get() {
      undefer(name)
      onRead()
      return Reflect.get(owner, name)
    },
    set(value) {
      undefer(name)
      Reflect.set(owner, name, value)
    },
  })
  return true
}

/** Gives all properties that nobody has read their own definition back. */
export function undeferProperties(): void {
  for (const name of deferred.keys()) undefer(name)
}

function undefer(name: PropertyKey): void {
  const { owner, descriptor } = deferred.get(name) ?? {}
  deferred.delete(name)
  if (owner && descriptor) Object.defineProperty(owner, name, descriptor)
}
