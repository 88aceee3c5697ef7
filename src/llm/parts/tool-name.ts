import type { JsonObject } from '../../json/json-value.ts'
import { objectOf, textOf } from '../../json/members.ts'

/** The name of an offered tool. A tool of the provider itself has only a type, such as `web_search`. */
export function toolName(tool: JsonObject): string {
  const details = objectOf(tool, 'function') ?? objectOf(tool, 'custom') ?? tool
  return textOf(details, 'name') ?? textOf(tool, 'server_label') ?? textOf(tool, 'type') ?? ''
}
