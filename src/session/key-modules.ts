// One file for everything that only the search by keys needs, which is loaded on demand.
export { createSketch } from '../matcher/sketch-request.ts'
export { findInteraction } from '../replay/find-interaction.ts'
export { KeyIndex } from '../replay/key-index.ts'
export { fitsPlaceholders } from '../secret/fits-placeholders.ts'
