// What has to be chosen when a program is put together: browsers have their counterpart beside it, and the package's import
// `#platform` chooses. What can be chosen later is asked of `builtin`.
export { tick } from './tick-node.ts'
export { loadYaml } from './yaml-node.ts'
