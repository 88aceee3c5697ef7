import { isJsonObject } from '../../json/json-value.ts'
import type { FormatDefinition } from '../format-definition.ts'
import { parseExchangeList } from './read.ts'

/**
 * A list of exchanges, each with `request` and `response`: the cassettes of EasyVCR (.NET and Java), PHP-VCR and ExVCR (Elixir),
 * which differ in the names of their fields.
 *
 * @see https://github.com/EasyPost/easyvcr-csharp
 * @see https://php-vcr.github.io
 * @see https://github.com/parroty/exvcr
 */
export const exchangeList = {
  name: 'exchange-list',
  title: 'EasyVCR, PHP-VCR or ExVCR',
  reads: 'JSON; YAML of PHP-VCR',
  loses: 'protocol version, `curl_info`, `options`, `index`, `BodyContentType`',
  detect: (value) => Array.isArray(value) && value.length > 0 && value.every(isExchange),
  parse: parseExchangeList,
} as const satisfies FormatDefinition

function isExchange(item: unknown): boolean {
  if (!isJsonObject(item)) return false
  const { request, response, Request, Response } = item
  if (isJsonObject(Request)) return 'Uri' in Request && isJsonObject(Response)
  if (!isJsonObject(request) || !isJsonObject(response)) return false
  if (!('url' in request)) return 'uri' in request && 'recordedAt' in item
  // A path begins with a slash in the stubs of other tools.
  return !(typeof request.url === 'string' && request.url.startsWith('/'))
}
