import { type HttpRequest } from './http-request.ts';
/** The telemetry of LLM applications that is known. To add a service, add it here and to `docs/recording.md`. */
declare const services: {
    readonly 'openai-agents': readonly [{
        readonly path: RegExp;
    }];
    readonly langsmith: readonly [{
        readonly host: RegExp;
        readonly variables: readonly ["LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"];
        readonly method: RegExp;
        readonly path: RegExp;
    }, {
        readonly host: RegExp;
        readonly variables: readonly ["LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"];
        readonly method: RegExp;
        readonly path: RegExp;
    }];
    readonly otlp: readonly [{
        readonly path: RegExp;
        readonly header: readonly ["content-type", RegExp];
    }, {
        readonly path: RegExp;
        readonly header: readonly ["user-agent", RegExp];
    }, {
        readonly path: RegExp;
        readonly header: readonly ["content-type", RegExp];
    }, {
        readonly host: RegExp;
        readonly path: RegExp;
    }, {
        readonly host: RegExp;
        readonly variables: string[];
        readonly path: RegExp;
    }];
    readonly sentry: readonly [{
        readonly host: RegExp;
        readonly path: RegExp;
    }, {
        readonly path: RegExp;
    }];
    readonly posthog: readonly [{
        readonly host: RegExp;
        readonly variables: readonly ["POSTHOG_HOST", "POSTHOG_API_HOST", "NEXT_PUBLIC_POSTHOG_HOST"];
        readonly path: RegExp;
    }];
    readonly langfuse: readonly [{
        readonly host: RegExp;
        readonly variables: readonly ["LANGFUSE_HOST", "LANGFUSE_BASEURL", "LANGFUSE_BASE_URL"];
        readonly path: RegExp;
    }];
    readonly segment: readonly [{
        readonly host: RegExp;
        readonly path: RegExp;
    }];
};
/** A service whose telemetry is known. */
export type TelemetryService = keyof typeof services;
/** Which requests are telemetry. */
export interface TelemetryOptions {
    /** Services whose requests are recorded and compared like all others. Default: none. */
    except?: readonly TelemetryService[];
    /** More URLs that only receive telemetry. Default: none. */
    urls?: readonly RegExp[];
}
/** Checks the option `telemetry`. */
export declare const checkTelemetry: import("../options/checks.ts").Check;
/** Tells whether a request sends telemetry. It depends on the time and on earlier tests, and no test waits for its answer. */
export declare function isTelemetry(request: Pick<HttpRequest, 'method' | 'url' | 'headers'>, { except, urls }?: TelemetryOptions): boolean;
export {};
