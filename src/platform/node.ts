// What Node has of its own. Browsers have their counterpart beside it; the package's import `#platform` chooses.
export { type ByteView, isUtf8, readUtf8, viewBytes } from '../bytes/node.ts'
export { type AsyncContext, createAsyncContext } from '../scope/node.ts'
export {
  leavesProject,
  prepareCassetteFile,
  readCassetteFile,
  resolveCassettePath,
  updateCassetteFile,
} from '../storage/node.ts'
export { tick } from '../stream/tick/node.ts'
export { loadYaml } from '../yaml/node.ts'
