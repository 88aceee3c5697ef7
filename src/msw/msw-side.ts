export { createHandler } from './handler.ts'
export { listen } from './listen.ts'
