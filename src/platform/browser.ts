// What browsers have in the place of what Node has: see node.ts.
export { type ByteView, isUtf8, readUtf8, viewBytes } from '../bytes/browser.ts'
export { type AsyncContext, createAsyncContext } from '../scope/browser.ts'
export {
  leavesProject,
  prepareCassetteFile,
  readCassetteFile,
  resolveCassettePath,
  updateCassetteFile,
} from '../storage/browser.ts'
export { tick } from '../stream/tick/browser.ts'
export { loadYaml } from '../yaml/browser.ts'
