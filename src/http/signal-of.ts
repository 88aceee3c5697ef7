const requests = new WeakMap<AbortSignal, Request>()

/**
 * The signal of a request. It keeps the request: the signal of a `Request` that was garbage collected never aborts. On MSW 2,
 * nothing else keeps it after the response has begun.
 */
export function signalOf(request: Request): AbortSignal {
  const { signal } = request
  requests.set(signal, request)
  return signal
}
