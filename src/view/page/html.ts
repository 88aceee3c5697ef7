import type { ComponentChildren } from 'preact'

/** JSX without a compiler. It creates elements and text nodes, and never parses a value as HTML. */
export { html } from 'htm/preact'

/** The output of a component. */
export type Child = ComponentChildren
