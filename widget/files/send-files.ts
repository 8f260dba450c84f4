import type { AttachedFile } from '../outbox/attached-file.ts';
import type { Failure, Parcel } from './parcel.ts';

export interface SendFilesDeps {
  /** undefined when this browser has lost it */
  blobOf: (file: AttachedFile) => Promise<Blob | undefined>;
  /** bytes the service has, by upload id: known of this page's own uploads, asked for by sending the first part otherwise */
  received: Map<string, number>;
  onProgress: (file: AttachedFile, received: number) => void;
  onRefused: (file: AttachedFile, code: string) => void;
  signal: AbortSignal;
}

/**
 * Brings files to the service, part by part, going on where an earlier try ended. What names them goes after them, so
 * that it is never taken without them.
 * @returns null once all of them are there; otherwise how the sending ended
 */
export async function sendFiles({ files, uploads, put }: Parcel, deps: SendFilesDeps): Promise<Failure | null> {
  for (const [place, file] of files.entries()) {
    const id = uploads[place] ?? '';
    const blob = await deps.blobOf(file);
    // Lost here, it may still have arrived: the service knows, and refuses what names it if not.
    if (!blob) continue;
    let start = deps.received.get(id) ?? 0;
    let standstills = 0;
    while (start < blob.size) {
      if (deps.signal.aborted) return { outcome: 'refused', code: 'cancelled' };
      const part = await put({ id, name: file.name, blob, start, signal: deps.signal });
      if (deps.signal.aborted) continue;
      if (part.outcome === 'unanswered') return part;
      // Told twice to start where it stands: the service has other bytes under this id.
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
