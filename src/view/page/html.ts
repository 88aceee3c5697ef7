import htm from 'htm'
import { type ComponentChildren, h, type VNode } from 'preact'

/** What a component renders. */
export type Child = ComponentChildren

/** JSX without a compiler. It creates elements and text nodes, and never parses a value as HTML. */
export const html = htm.bind(h) as (strings: TemplateStringsArray, ...values: unknown[]) => VNode
