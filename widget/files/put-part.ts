import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import type { Identity } from '../outbox/ticket-entry.ts';
import { retryAfter } from '../retry-after.ts';

/** How one part of a file fared. `received`: bytes that are there, which is where the next part starts. */
export type PartOutcome =
  | { outcome: 'received'; received: number }
  | { outcome: 'refused'; code: string }
  /** `retryAfter` in seconds */
  | { outcome: 'unanswered'; retryAfter: number };

export interface Part {
  /** what the service calls the upload */
  id: string;
  /** of the ticket that will name it */
  token: string;
  identity: Identity;
  name: string;
  blob: Blob;
  /** offset of the first byte */
  start: number;
  signal: AbortSignal;
}

export type PutPart = (part: Part) => Promise<PartOutcome>;

/** A quarter of a megabyte over a poor mobile line takes its time. */
const TIMEOUT_MS = 60_000;

/**
 * `PUT /uploads/:id` over HTTP. By `fetch` alone: nothing is retried here, one number is read of the answer, and neither
 * ky nor zod has to be in this file's chunk.
 * @param api origin of the service, without a slash at the end
 */
export function createPutPart(api: string): PutPart {
  return async ({ id, token, identity, name, blob, start, signal }) => {
    const end = Math.min(start + ATTACHMENTS.partBytes, blob.size);
    const stop = new AbortController();
    const abort = () => stop.abort();
    const timer = setTimeout(abort, TIMEOUT_MS);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    try {
      const response = await fetch(`${api}/api/v1/uploads/${id}`, {
        method: 'PUT',
        body: blob.slice(start, end),
        credentials: 'omit',
        signal: stop.signal,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/octet-stream',
          'Content-Range': `bytes ${start}-${end - 1}/${blob.size}`,
          'X-File-Name': encodeURIComponent(name),
          'X-Support-Number': identity.supportNumber,
          'X-Install-Url': asciiUrl(identity.installUrl),
        },
      });
      return read(response, await response.json().catch(() => null));
    } catch {
      return { outcome: 'unanswered', retryAfter: 0 };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  };
}

/** 409 is no refusal: it tells from which byte on the service wants the rest. */
function read(response: Response, content: { received?: unknown; code?: unknown } | null): PartOutcome {
  const { received, code } = content ?? {};
  if ((response.ok || response.status === 409) && Number.isSafeInteger(received)) {
    return { outcome: 'received', received: Number(received) };
  }
  const isFinal = response.status >= 400 && response.status < 500 && response.status !== 408;
  if (isFinal && typeof code === 'string' && code !== 'rate-limited') return { outcome: 'refused', code };
  return { outcome: 'unanswered', retryAfter: retryAfter(response) };
}

/** Headers carry ASCII only; an address with Polish letters equals its punycode. */
function asciiUrl(url: string): string {
  if (/^[\x21-\x7e]*$/.test(url)) return url;
  try {
    return new URL(/^https?:/i.test(url) ? url : `https://${url}`).href;
  } catch {
    return encodeURI(url);
  }
}
