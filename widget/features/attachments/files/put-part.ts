import { ATTACHMENTS } from '../../../../src/contract/files/attachment-limits.ts';
import { putUpload } from '../../../../src/contract/files/put-upload.ts';
import type { PageSession } from '../../../host-page/embed-config.ts';
import type { Identity } from '../../../outbox/ticket-entry.ts';
import { serviceHttp } from '../../../service/service-http.ts';

/** The outcome of uploading one part. `received`: bytes stored so far, the offset of the next part. */
export type PartOutcome =
  | { outcome: 'received'; received: number }
  | { outcome: 'refused'; code: string }
  /** `retryAfter` in seconds */
  | { outcome: 'unanswered'; retryAfter: number };

export interface Part {
  /** the upload id */
  id: string;
  /** the token of the ticket that will name it */
  token: string;
  identity: Identity;
  name: string;
  blob: Blob;
  /** offset of the first byte */
  start: number;
  signal: AbortSignal;
}

export type PutPart = (part: Part) => Promise<PartOutcome>;

/** Enough for 256 kB over a poor mobile connection. */
const TIMEOUT_MS = 60_000;

/**
 * `PUT /uploads/:id` over HTTP.
 * @param api origin of the service, without a slash at the end
 * @param page may have a session of the shop, which proves its sender
 */
export function createPutPart(api: string, page: Pick<PageSession, 'session'> = {}): PutPart {
  const http = serviceHttp(api);
  return async ({ id, token, identity, name, blob, start, signal }) => {
    const end = Math.min(start + ATTACHMENTS.partBytes, blob.size);
    const answer = await http.call(putUpload, {
      params: { id },
      body: blob.slice(start, end),
      bearer: token,
      signal,
      timeout: TIMEOUT_MS,
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Range': `bytes ${start}-${end - 1}/${blob.size}`,
        'X-File-Name': encodeURIComponent(name),
        'X-Support-Number': identity.supportNumber,
        'X-Install-Url': asciiUrl(identity.installUrl),
        ...(page.session && { 'X-Shop-Session': page.session }),
      },
    });
    if (answer.outcome === 'ok') return { outcome: 'received', received: answer.value.received };
    if (answer.outcome === 'refused') {
      // 409 names the offset at which to continue.
      const { received } = answer.problem;
      if (answer.status === 409 && Number.isSafeInteger(received))
        return { outcome: 'received', received: Number(received) };
      return { outcome: 'refused', code: answer.code };
    }
    // Unclaimed files are deleted after a day: trying again before that does not help.
    if (answer.outcome === 'unanswered' && answer.code === 'quota-exceeded')
      return { outcome: 'refused', code: answer.code };
    return { outcome: 'unanswered', retryAfter: 'retryAfter' in answer ? answer.retryAfter : 0 };
  };
}

/** Headers are ASCII; an address with Polish letters is sent as punycode. */
function asciiUrl(url: string): string {
  if (/^[\x21-\x7e]*$/.test(url)) return url;
  try {
    return new URL(/^https?:/i.test(url) ? url : `https://${url}`).href;
  } catch {
    return encodeURI(url);
  }
}
