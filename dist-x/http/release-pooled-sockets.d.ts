/**
 * Makes the dispatcher of `fetch` forget its idle connections, so that the next request opens a new one. MSW 3 intercepts new
 * connections only, and one that was kept alive would carry a request to the real server. Requests that are under way are not
 * affected. Custom dispatchers, such as a proxy, keep their configuration.
 */
export declare function releasePooledSockets(): void;
