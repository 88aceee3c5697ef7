import { startSetup } from '../intercept/start-setup.ts'
import { provideMswSide } from '../msw/load-msw-side.ts'
import { createHandler, listen } from '../msw/msw-side.ts'
import { connectFile } from './connect-file.ts'

provideMswSide({ createHandler, listen })
// At the top level, so that it also intercepts clients that are created while a test file loads.
connectFile(startSetup())
