const FLAG = '--experimental-vm-modules'

/** Tells whether Node runs with the flag with which Jest loads ES modules, in this process and in its workers. */
export function hasFlag(): boolean {
  return [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').includes(FLAG)
}
