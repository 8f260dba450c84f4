import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import type { UploadState } from '../../src/contract/files/put-upload.ts';
import type { Answer, CallOptions } from '../http.ts';
import type { Part, PartOutcome } from './upload-batch.ts';

/** Enough for 256 kB over a poor mobile connection. */
const TIMEOUT_MS = 60_000;

/** How a request that uploads a part ended; the desk's session may be over. */
type Answered = Answer<UploadState> | { outcome: 'signed-out' };

/**
 * Uploads one part of a file.
 * @param call sends it with the credentials and the further headers of the sender
 */
export async function putPart(
  { id, name, blob, start, signal }: Part,
  call: (options: CallOptions) => Promise<Answered>,
): Promise<PartOutcome> {
  const end = Math.min(start + ATTACHMENTS.partBytes, blob.size);
  const answer = await call({
    params: { id },
    body: blob.slice(start, end),
    signal,
    timeout: TIMEOUT_MS,
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${start}-${end - 1}/${blob.size}`,
      'X-File-Name': encodeURIComponent(name),
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
  return { outcome: 'unanswered', retryAfter: ('retryAfter' in answer && answer.retryAfter) || 0 };
}
