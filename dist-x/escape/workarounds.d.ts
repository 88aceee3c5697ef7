/** The clients whose requests MSW does not intercept, each with what to do instead. */
export declare const workarounds: {
    readonly undici: string;
    readonly 'node:http': string;
    readonly 'node:http2': "Use HTTP/1.1: in the AWS SDK `requestHandler: new NodeHttpHandler()` of '@smithy/node-http-handler', in got `http2: false`.";
    readonly 'a kept-alive connection': string;
};
