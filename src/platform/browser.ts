// What browsers have in the place of what Node has: see node.ts.
export { tick } from './tick-browser.ts'
export { loadYaml } from './yaml-browser.ts'
