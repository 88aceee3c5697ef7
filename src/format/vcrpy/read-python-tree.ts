import { isJsonObject } from '../../json/json-value.ts'
import type { MapReader } from '../document/map-reader.ts'
import type { Path } from '../document/path.ts'

/**
 * Reads a field that PyYAML wrote as a tree. Python does not quote texts such as `3e-5` and `+.5`, which are numbers in YAML 1.2
 * but not in YAML 1.1.
 *
 * @returns undefined if the field is absent or null
 */
export function readPythonTree(reader: MapReader, key: string): unknown {
  return toTree(reader, reader.value(key), [...reader.path, key])
}

function toTree(reader: MapReader, value: unknown, path: Path): unknown {
  if (typeof value === 'number') {
    const text = reader.document.plainText(path)
    return text === undefined || NUMBER.test(text) ? value : text
  }
  if (Array.isArray(value)) return value.map((item, index) => toTree(reader, item, [...path, index]))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toTree(reader, item, [...path, name])]))
}

/** The numbers of YAML 1.1 that PyYAML writes or that are numbers in YAML 1.2 too. @see https://yaml.org/type/float.html */
const NUMBER =
  /^(?:[-+]?\d+|0x[\da-fA-F]+|[-+]?\d+\.\d*(?:[eE][-+]\d+)?|\.\d+(?:[eE][-+]\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
