import { findInAuthorization } from './header-credentials.ts'
import { REDACTED } from './redacted.ts'
import { isRandom, suggestsCredential } from './suggests-credential.ts'

/** A pattern of a name and a value, and the credentials in the value. */
type Layout = readonly [pattern: RegExp, credentialsOf: (name: string, value: string) => readonly string[]]

const named = (name: string, value: string): string[] => (suggestsCredential(name, value) ? [value] : [])

const layouts: readonly Layout[] = [
  /** @see https://everything.curl.dev/usingcurl/netrc.html */
  [
    /\b(?:machine\s{1,20}\S{1,200}|(default))\s{1,20}login\s{1,20}\S{1,200}\s{1,20}(?:account\s{1,20}\S{1,200}\s{1,20})?password\s{1,20}([^\s<>${}]{8,600})/g,
    (_, value) => (value === REDACTED ? [] : [value]),
  ],
  /** @see https://www.postgresql.org/docs/current/libpq-pgpass.html */
  [
    /^([\w.*-]{1,100}):(?:\d{2,5}|\*):[\w*-]{1,63}:[\w*-]{1,63}:(\S{8,200})$/gm,
    (_, value) => (isRandom(value) ? [value] : []),
  ],
  // A command or a directive with a value behind a blank: `aws configure set`.
  [
    /\b(?:ENV|ARG|setenv|SetEnv|config set|configure set)[ \t]{1,10}([\w.:/-]{2,100})[ \t]{1,10}["']?([^\s"']{10,600})/g,
    named,
  ],
  // A variable of Terraform.
  [/\bvariable[ \t]{1,5}"([\w-]{2,80})"[ \t]{0,5}\{[^{}]{0,300}?\bdefault\s{1,20}=\s{1,20}"([^"\n]{8,600})"/g, named],
  [
    /\bidentified[ \t]{1,5}(?:with[ \t]{1,5}(\w{1,40})[ \t]{1,5})?(?:by|as)[ \t]{1,5}'([^'\n]{8,200})'/gi,
    (_, value) => named('password', value),
  ],
  // A header in any scheme, up to its line end, which can be an escape. The usual schemes are found by their shape.
  [
    /\b(authorization)["'`]?[ \t]{0,3}[:=][ \t]{0,3}["'`]?((?!Bearer |Basic )[A-Za-z][\w-]{1,40} (?:(?!\\[rn])[^\r\n'`]){8,2000})/gi,
    (name, value) => findInAuthorization(value).flatMap((found) => named(name, found.split(/[\s"',}]/, 1)[0] ?? '')),
  ],
]

/** Finds the credentials in commands, in headers in a text, and in files of passwords. */
export function findInCommands(text: string): string[] {
  return layouts.flatMap(([pattern, credentialsOf]) =>
    [...text.matchAll(pattern)].flatMap(([, name = '', value = '']) => credentialsOf(name, value)),
  )
}
