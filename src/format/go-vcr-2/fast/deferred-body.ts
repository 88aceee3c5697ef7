import type { ByteView } from '../../../bytes/byte-view.ts'
import { type Scalar, takeBytes } from './scalar.ts'

/**
 * Gives a message a body that is decoded when it is asked for, and then kept.
 *
 * @param message without its body
 * @param body where in the bytes it lies
 */
export function deferBody<Message extends object>(
  message: Message,
  bytes: Uint8Array<ArrayBuffer>,
  view: ByteView,
  body: Scalar,
): Message & { readonly body: Uint8Array<ArrayBuffer> } {
  new DeferredBody(message, bytes, view, body)
  return Object.defineProperty(message, 'body', descriptor) as Message & { body: Uint8Array<ArrayBuffer> }
}

class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: what extends it adds its private members to an object that is there
    return object
  }
}

/** Private members, since the message has to look like any other. */
class DeferredBody extends Given {
  readonly #bytes: Uint8Array<ArrayBuffer>
  readonly #view: ByteView
  readonly #body: Scalar
  #decoded: Uint8Array<ArrayBuffer> | undefined

  constructor(message: object, bytes: Uint8Array<ArrayBuffer>, view: ByteView, body: Scalar) {
    super(message)
    this.#bytes = bytes
    this.#view = view
    this.#body = body
  }

  static get(message: DeferredBody): Uint8Array<ArrayBuffer> {
    message.#decoded ??= takeBytes(message.#bytes, message.#view, message.#body)
    return message.#decoded
  }
}

/** One getter for all: with a function of its own each message would be an object of a shape of its own, large and slow. */
const descriptor: PropertyDescriptor & ThisType<DeferredBody> = {
  enumerable: true,
  configurable: true,
  get() {
    return DeferredBody.get(this)
  },
}
