import { startSetup } from '../intercept/start-setup.ts'
import { provideMswSide } from '../msw/load-msw-side.ts'
import { createHandler, createWebSocketHandler, listen } from '../msw/msw-side.ts'
import { connectFile } from './connect-file.ts'

provideMswSide({ createHandler, createWebSocketHandler, listen })
// At the top level, so that it also intercepts clients that are created while a test file loads.
connectFile(startSetup())
