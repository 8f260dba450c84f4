import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { type FilePart, type ReceiveDeps, receivePart, type Sender } from './receive-part.ts';

/** Stores a file that is here whole, by the same rules and quotas as one that comes in parts. @returns null, or why not */
export async function receiveFile(
  deps: ReceiveDeps,
  { id, name, content }: Pick<FilePart, 'id' | 'name' | 'content'>,
  sender: Sender,
): Promise<ProblemCode | null> {
  for (let start = 0; start < content.length; start += ATTACHMENTS.partBytes) {
    const part = {
      id,
      name,
      start,
      total: content.length,
      content: content.subarray(start, start + ATTACHMENTS.partBytes),
    };
    const stored = await receivePart(deps, part, sender);
    if (stored.outcome === 'refused') return stored.code;
  }
  return null;
}
