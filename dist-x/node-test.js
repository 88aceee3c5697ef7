import { t as listen } from "./shared/listen.js";
export { t as currentSession, n as withCassette } from "./shared/msw.js";
// src/node-test.ts
listen("every-test");
