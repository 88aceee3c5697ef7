export { createHandler } from './handler.ts'
export { listen } from './listen.ts'
export { createWebSocketHandler } from './web-socket-handler.ts'
