/** The name under which a command line preloads this library. */
const SPECIFIER = 'msw-cassette/register'
const OPTIONS = ['--import', '--require', '-r']

/**
 * Makes child processes find this library in any working directory: Node resolves the name of a preloaded module from there.
 *
 * @param url the URL of the module
 */
export function inheritPreload(url: string): void {
  const { env, execArgv } = process
  if (env.NODE_OPTIONS) env.NODE_OPTIONS = replacePreload(env.NODE_OPTIONS.split(' '), url).join(' ')
  // `fork` passes them on.
  execArgv.splice(0, execArgv.length, ...replacePreload(execArgv, url))
}

function replacePreload(args: readonly string[], url: string): string[] {
  return args.flatMap((argument, index) => {
    const [option = '', value] = argument.split('=')
    if (isPreload(option, value)) return [`--import=${url}`]
    if (isPreload(argument, args[index + 1])) return [`--import=${url}`]
    return isPreload(args[index - 1], argument) ? [] : [argument]
  })
}

function isPreload(option: string | undefined, value: string | undefined): boolean {
  return OPTIONS.some((name) => name === option) && value?.replaceAll('"', '') === SPECIFIER
}
