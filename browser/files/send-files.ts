import type { AttachedFile } from './attached-file.ts';
import type { Failure, UploadBatch } from './upload-batch.ts';

export interface SendFilesDeps {
  /** undefined when this browser has lost the bytes */
  blobOf: (file: AttachedFile) => Promise<Blob | undefined>;
  /**
   * bytes received by the service, by upload id: known for uploads of this page; otherwise the first part is sent to
   * learn it
   */
  received: Map<string, number>;
  onProgress: (file: AttachedFile, received: number) => void;
  onRefused: (file: AttachedFile, code: string) => void;
  signal: AbortSignal;
}

/**
 * Uploads files part by part, continuing where an earlier attempt ended. The ticket or reply is sent after them, so
 * that it is never accepted without them.
 * @returns null once all of them are uploaded, otherwise the failure
 */
export async function sendFiles({ files, uploads, put }: UploadBatch, deps: SendFilesDeps): Promise<Failure | null> {
  for (const [index, file] of files.entries()) {
    const id = uploads[index] ?? '';
    const blob = await deps.blobOf(file);
    // The bytes are lost here but may have arrived: if not, the service refuses the ticket that names them.
    if (!blob) continue;
    let start = deps.received.get(id) ?? 0;
    let standstills = 0;
    while (start < blob.size) {
      if (deps.signal.aborted) return { outcome: 'refused', code: 'cancelled' };
      const part = await put({ id, name: file.name, blob, start, signal: deps.signal });
      if (deps.signal.aborted) continue;
      if (part.outcome === 'unanswered') return part;
      // No progress twice: the service has other bytes under this id.
      if (part.outcome === 'received' && part.received <= start) standstills += 1;
      if (part.outcome === 'refused' || standstills > 1) {
        deps.onRefused(file, part.outcome === 'refused' ? part.code : 'conflict');
        return { outcome: 'refused', code: 'file-refused' };
      }
      start = part.received;
      deps.received.set(id, start);
      deps.onProgress(file, start);
    }
  }
  return null;
}
