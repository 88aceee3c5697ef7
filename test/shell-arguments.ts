import { execFileSync } from 'node:child_process'

/**
 * The arguments that a shell passes to a program.
 *
 * @param program the program that the command runs
 */
export function shellArguments(program: string, command: string): string[] {
  const definition = `${program}() { for each in "$@"; do printf "%s\\0" "$each"; done; }\n`
  return execFileSync('/bin/bash', ['--norc', '-c', definition + command], {
    env: { LC_ALL: 'C.UTF-8', PATH: '' },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1)
}
