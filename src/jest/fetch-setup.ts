import { resolveIntercept } from '../intercept/intercept-option.ts'
import { startSetup } from '../intercept/start-setup.ts'
import { connectFile } from './connect-file.ts'

// The setup file that does not import MSW. At the top level, as in the other one.
connectFile(startSetup(resolveIntercept() === 'auto' ? 'auto' : 'fetch'))
