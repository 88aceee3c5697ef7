import type { SketchRequest } from '../matcher/sketch-request.ts'
import { OnDemand } from '../platform/on-demand.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { SessionInit } from './session-init.ts'

/** Computing the keys of fewer interactions takes as long as loading sketches. */
const MIN_SKETCHED = 20

/** The parts of the library that only the keys of requests need. */
export class KeyParts {
  readonly redactor: OnDemand<Redactor>
  readonly #sketch: OnDemand<SketchRequest | undefined> | undefined

  constructor({ loaded, options, modules }: Pick<SessionInit, 'loaded' | 'options' | 'modules'>) {
    this.redactor = new OnDemand(() => modules.createRedactor(options.redact))
    const isSketched = loaded.cassette.interactions.length >= MIN_SKETCHED
    this.#sketch = isSketched
      ? new OnDemand(async () => (await import('../matcher/sketch-request.ts')).createSketch(options.match ?? {}))
      : undefined
  }

  get isLoading(): boolean {
    return this.redactor.isLoading || this.#sketch?.isLoading === true
  }

  /** Returns undefined if there is nothing to wait for. */
  load(): Promise<unknown> | undefined {
    const loading = [this.redactor.load(), this.#sketch?.load()].filter((each) => each !== undefined)
    return loading.length > 0 ? Promise.all(loading) : undefined
  }

  /** Sketches a request, see `SketchRequest`. The parts must have been loaded. */
  readonly sketch: SketchRequest = (request) => this.#sketch?.value?.(request)
}
