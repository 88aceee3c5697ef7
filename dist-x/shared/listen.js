import { _t as globalSlot } from "./core.js";
import { a as createHandler, f as prepareServer, i as createFallbackHandler, o as createProbeHandler, s as createWebSocketHandler, u as setListening } from "./msw.js";
import { setupServer } from "msw/node";
// src/msw/listen.ts
const stopServer = globalSlot("server/1");
function listen(policy) {
	stopServer.get()?.();
	const server = setupServer(createProbeHandler(), createHandler(), createFallbackHandler(policy), createWebSocketHandler(policy));
	const start = () => {
		const options = {
			onUnhandledRequest: "bypass",
			onUnhandledFrame: "bypass"
		};
		prepareServer();
		server.listen(options);
		const listening = {
			fetch: globalThis.fetch,
			restart,
			state: "unknown"
		};
		setListening(listening);
		return listening;
	};
	const restart = () => {
		server.close();
		return start();
	};
	start();
	const stop = () => {
		server.close();
		setListening(void 0);
		stopServer.set(void 0);
	};
	stopServer.set(stop);
	return stop;
}
export { listen as t };
