import { St as maskValue, gn as escapeControlCharacters, xt as maskUrl } from "./core.js";
// src/vitest/matches-object.ts
function matchesObject(actual, expected, equals) {
	if (Array.isArray(expected) && Array.isArray(actual)) return expected.length === actual.length && expected.every((item, index) => matchesObject(actual[index], item, equals));
	if (!isPlainObject(expected) || !isPlainObject(actual)) return equals(actual, expected);
	return Object.entries(expected).every(([key, value]) => matchesObject(actual[key], value, equals));
}
function countMatchingMembers(actual, expected, equals) {
	if (!isPlainObject(actual)) return -1;
	return Object.entries(expected).filter(([key, value]) => matchesObject(actual[key], value, equals)).length;
}
function pickExpectedMembers(actual, expected) {
	if (Array.isArray(expected) && Array.isArray(actual)) return actual.map((item, index) => index < expected.length ? pickExpectedMembers(item, expected[index]) : item);
	if (!isPlainObject(expected) || !isPlainObject(actual)) return actual;
	const names = Object.keys(expected).filter((name) => Object.hasOwn(actual, name));
	return Object.fromEntries(names.map((name) => [name, pickExpectedMembers(actual[name], expected[name])]));
}
function isPlainObject(value) {
	return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
// src/vitest/matchers.ts
const matchers = {
	toBeFullyPlayed(cassette) {
		const { played, unplayed } = toSession(cassette, "toBeFullyPlayed");
		const total = played.length + unplayed.length;
		const list = unplayed.map(({ request, line }) => `${line === void 0 ? "" : `line ${line}: `}${formatRequest(request)}`);
		return {
			pass: unplayed.length === 0,
			message: () => unplayed.length === 0 ? `expected at least one unplayed interaction, but ${total === 0 ? "the cassette has no interactions" : `${total} of ${total} were played`}` : formatMessage(`expected every interaction to be played, but ${unplayed.length} of ${total} were not:`, list)
		};
	},
	toHavePlayed(cassette, count) {
		const { played, unplayed } = toSession(cassette, "toHavePlayed");
		if (!Number.isInteger(count) || count < 0) throw new TypeError(`toHavePlayed takes the number of interactions that were played, such as 2; got ${JSON.stringify(count)}.`);
		const pass = played.length === count;
		const expected = pass ? `a number other than ${count}` : count;
		const actual = `${played.length} of ${played.length + unplayed.length}`;
		return {
			pass,
			message: () => formatMessage(`expected ${expected} played, but ${actual} were:`, played.map(({ request }) => formatRequest(request)))
		};
	},
	toHaveRequested(cassette, body) {
		const { requests } = toSession(cassette, "toHaveRequested");
		if (typeof body !== "object" || body === null) throw new TypeError(`toHaveRequested takes the members of a JSON body, such as { model: 'gpt-5' }; got ${JSON.stringify(body)}.`);
		const equals = (a, b) => this.equals(a, b);
		const bodies = requests.map((request) => parseBody(request));
		const found = requests.find((_, index) => matchesObject(bodies[index], body, equals));
		if (found) return {
			pass: true,
			message: () => formatMessage("expected no request with these members, but there is one:", [formatRequest(found)])
		};
		if (requests.length === 0) return {
			pass: false,
			message: () => "expected a request with these members, but no request was sent"
		};
		const list = requests.map((request) => formatRequest(request));
		const scores = bodies.map((each) => countMatchingMembers(each, body, equals));
		const nearest = bodies[scores.indexOf(Math.max(...scores))];
		return {
			pass: false,
			message: () => formatMessage(`expected a request with these members, but none of ${requests.length} has them:`, list),
			expected: body,
			actual: maskValue(pickExpectedMembers(nearest, body))
		};
	}
};
function toSession(value, matcher) {
	if (isSession(value)) return value;
	throw new TypeError(`${matcher} takes the session of a cassette, from the test's context or from openCassette: expect(cassette).${matcher}(…); got ${value === null ? "null" : typeof value}.`);
}
function isSession(value) {
	return typeof value === "object" && value !== null && "requests" in value && "unplayed" in value;
}
function parseBody({ body }) {
	const text = new TextDecoder().decode(body);
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
function formatRequest({ method, url }) {
	return `${method} ${maskUrl(url)}`;
}
function formatMessage(headline, list) {
	return escapeControlCharacters([list.length === 0 ? headline.replace(/:$/, "") : headline, ...list.map((line) => `  ${line}`)].join("\n"));
}
export { matchers as t };
