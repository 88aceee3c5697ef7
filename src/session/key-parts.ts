import type { HttpRequest } from '../http/http-request.ts'
import { OnDemand } from '../platform/on-demand.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { SessionInit } from './session-init.ts'

type KeyModules = typeof import('./key-modules.ts')

/** Sessions share it, so that only the first one waits. */
let loaded: KeyModules | undefined

async function loadModules(): Promise<KeyModules> {
  loaded = await import('./key-modules.ts')
  return loaded
}

/** The parts of the library that only the keys of requests need. */
export class KeyParts {
  readonly redactor: OnDemand<Redactor>
  readonly #modules = new OnDemand(() => loaded ?? loadModules())
  readonly #options: SessionInit['options']
  #sketch: ((request: HttpRequest) => string | undefined) | undefined

  constructor({ options, modules }: Pick<SessionInit, 'options' | 'modules'>) {
    this.redactor = new OnDemand(() => modules.createRedactor(options.redact))
    this.#options = options
  }

  get isLoading(): boolean {
    return this.redactor.isLoading || this.#modules.isLoading
  }

  /** Returns undefined if there is nothing to wait for. */
  load(): Promise<unknown> | undefined {
    const loading = [this.redactor.load(), this.#modules.load()].filter((each) => each !== undefined)
    return loading.length > 0 ? Promise.all(loading) : undefined
  }

  /** The modules. They must have been loaded. */
  get modules(): KeyModules {
    return this.#modules.value
  }

  /** Sketches a request, see `SketchRequest`. The parts must have been loaded. */
  readonly sketch = (request: HttpRequest): string | undefined => {
    this.#sketch ??= this.modules.createSketch(this.#options.match ?? {}) ?? (() => undefined)
    return this.#sketch(request)
  }
}
