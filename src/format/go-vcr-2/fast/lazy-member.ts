interface LazyMemberOptions<Encoded, Value> {
  readonly name: string
  readonly decode: (encoded: Encoded) => Value
  /** Tells whether a decoded value replaces the encoded one; otherwise each access decodes. Default: always. */
  readonly isKept?: (value: Value) => boolean
}

/**
 * Creates a member that is decoded when it is read, for many objects.
 *
 * @returns a function that defines the member of an object, whose value is still encoded
 */
export function createLazyMember<Encoded extends object, Value>({
  name,
  decode,
  isKept = () => true,
}: LazyMemberOptions<Encoded, Value>): (object: object, encoded: Encoded) => void {
  const pending = new WeakMap<object, Encoded>()
  // One getter for all objects: with a getter of its own, each would be an object of a shape of its own, large and slow.
  const descriptor: PropertyDescriptor = {
    enumerable: true,
    configurable: true,
    get(this: object) {
      const encoded = pending.get(this)
      if (!encoded) return undefined
      const value = decode(encoded)
      // A frozen object keeps the getter.
      if (isKept(value) && Reflect.defineProperty(this, name, { value, enumerable: true })) pending.delete(this)
      return value
    },
  }
  return (object, encoded) => {
    pending.set(object, encoded)
    Object.defineProperty(object, name, descriptor)
  }
}
