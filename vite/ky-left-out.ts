/** Parts of ky that no call of the widget reaches, and what stands in for them; see docs/decisions/0014. */
export const LEFT_OUT: Record<string, string> = {
  // Three formats of dates, checked to the day: two of them nobody has sent for decades.
  'ky/distribution/core/retry-timing.js': `
    export const getRetryTimingHeader = (headers) => headers.get('Retry-After') ?? undefined;
    export const calculateRetryTimingDelay = (after) => (Number(after) * 1000 || Math.max(0, Date.parse(after) - Date.now()) || undefined);`,
  // Options of an instance and of a call, joined in depth: here a call's stand in the place of the instance's, headers beside them.
  'ky/distribution/utils/merge.js': `
    const join = (part, all) => Object.assign({}, ...all.map((one) => one && one[part]));
    export const validateAndMerge = (...all) => Object.assign({}, ...all, { headers: join('headers', all) });
    export const mergeHeaders = (one, other) => {
      const merged = new Headers(one);
      new Headers(other).forEach((value, name) => merged.set(name, value));
      return merged;
    };
    export const mergeHooks = (...all) =>
      Object.assign({ init: [], beforeRequest: [], beforeRetry: [], beforeError: [], afterResponse: [] }, ...all);
    export const cloneShallow = (value) => value, replaceOption = cloneShallow, deletedParametersSymbol = Symbol();`,
  // Checks of options and copies of lists: TypeScript has checked ours.
  'ky/distribution/utils/normalize.js': `
    const RETRY = {
      limit: 2,
      methods: ['get', 'put', 'head', 'delete', 'options', 'trace', 'query'],
      statusCodes: [408, 413, 429, 500, 502, 503, 504],
      afterStatusCodes: [413, 429, 503],
      maxRetryAfter: Infinity,
      backoffLimit: Infinity,
      delay: (tries) => 150 * 2 ** tries,
    };
    export const normalizeRequestMethod = (method) => method.toUpperCase();
    export const normalizeRetryOptions = (retry) => ({ ...RETRY, ...(retry >= 0 ? { limit: retry } : retry) });`,
  // Which browser words a failed fetch how: it is a TypeError in all of them.
  'ky/distribution/utils/is-network-error.js': 'export default (error) => error instanceof TypeError;',
  // Search parameters, and options for other run times' fetch: there are none.
  'ky/distribution/utils/options.js':
    'export const findUnknownOptions = () => ({}), hasSearchParameters = () => false;',
  // Progress of streams: nobody asks for it.
  'ky/distribution/utils/body.js':
    'export const streamResponse = (response) => response, streamRequest = (request) => request;',
  // What an error tells: ours are caught, and only the answer's status is looked at.
  'ky/distribution/errors/HTTPError.js':
    'export class HTTPError extends Error { constructor(response) { super(); this.response = response; } }',
  'ky/distribution/errors/NetworkError.js': 'export class NetworkError extends Error {}',
  'ky/distribution/errors/TimeoutError.js': 'export class TimeoutError extends Error {}',
  'ky/distribution/errors/ForceRetryError.js': 'export class ForceRetryError {}',
  'ky/distribution/errors/NonError.js': 'export const NonError = Error;',
};

/**
 * Pieces of ky's core that no call reaches, by how each begins, and what stands in its place: hooks, a time-out over all
 * tries, shortcuts such as `.json()` on the promise (an answer's own are used), and the reading of what errors carry.
 */
export const CUT_FROM_CORE: Record<string, string> = {
  'const initHooks = ': '',
  'const initHookOptions = ': 'const initHookOptions = options;',
  'for (const hook of initHooks)': '',
  "if (typeof ky.#options.timeout === 'number'": '',
  "if (typeof ky.#options.totalTimeout === 'number'": '',
  'const beforeRequestResponse = ': 'const beforeRequestResponse = undefined;',
  'if (beforeRequestResponse !== undefined)': '',
  'let responseFromHook = ': 'let responseFromHook = false;',
  'if (isResponseInstance(response))': '',
  'if (!isResponseInstance(response))': '',
  'const httpError = ': 'const httpError = new HTTPError(currentResponse);',
  'httpError.data = ': '',
  'ky.#decorateResponse(response)': '',
  'if (ky.#options.onDownloadProgress)': '',
  'await ky.#throwProcessedError(error)': 'throw error;',
  'for (const [type, mimeType] of ': '',
  'static #normalizeSearchParams': '',
  "if (Object.hasOwn(options, 'prefixUrl'))": '',
  "if (typeof this.#input !== 'string'": '',
  "if (typeof this.#input === 'string')": '',
  'if (this.#options.json !== undefined)': '',
  'const userProvidedContentType = ': '',
  'if (this.#input instanceof globalThis.Request\n': '',
  'if (hasSearchParameters(': '',
  'if (this.#options.onUploadProgress': '',
  'const { shouldRetry }': '',
  'if (shouldRetry !== undefined)': '',
  '#decorateResponse(': '',
  'async #throwProcessedError(': '',
  'async #getResponseData(': '',
  '#getErrorDataTimeout(': '',
  '#getBodyReadTimeout(': '',
  'async #raceBodyRead(': '',
  'async #raceWithTotalTimeout(': '',
  '#isJsonContentType(': '',
  'async #readResponseText(': '',
  'async #parseJson(': '',
  '#cancelResponseBody(': '',
  '#cancelReturnedBody(': '',
  '#throwIfTotalTimeoutExhausted(': '#throwIfTotalTimeoutExhausted() {}',
  'async #runBeforeRequestHooks(': '',
  'async #runAfterResponseHooks(': '',
  'const remainingTimeout = ': '',
  'if (remainingTimeout !== undefined)': '',
  'if (error instanceof ForceRetryError && error.customRequest)': '',
  'for (const hook of this.#options.hooks.beforeRetry)': '',
  '#consumeReturnedResponseFromBeforeRetryHook(': '#consumeReturnedResponseFromBeforeRetryHook() { return false; }',
  'const remainingTotal = this': 'const remainingTotal = undefined;',
  '#getRemainingTotalTimeout(': '',
  '#getCurrentTime(': '',
  '#getNormalizedOptions(': '',
  '#assignRequest(': '',
  '#getResponseRequest(': '',
  '#wrapRequestWithUploadProgress(': '',
  'const request = this.#wrapRequest': 'const request = this.request;',
  'return this.#setResponseRequest(': 'return response;',
  '#setResponseRequest(': '',
  "this.#startTime = typeof this.#options.totalTimeout === 'number'": '',
};
