export { captureExchange } from './capture-exchange.ts';
export { toRecording } from './to-recording.ts';
