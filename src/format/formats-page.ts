import * as formatModule from './format-module.ts'

export { cassetteFormats } from './format-module.ts'

/** Returns the readers and writers of all formats. A browser can't load them synchronously later. */
export function loadFormats(): typeof formatModule {
  return formatModule
}
