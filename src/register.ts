import { inheritPreload } from './register/inherit-preload.ts'
import { isPackageManager } from './register/is-package-manager.ts'
import { startProcess } from './register/start-process.ts'

// NODE_OPTIONS reaches every process of a command line, such as npx, which requests packages.
if (!isPackageManager(process.argv[1])) {
  inheritPreload(import.meta.url)
  startProcess()
}
