import { signal } from '@preact/signals';
import type { AttachedFile } from '../../browser/files/attached-file.ts';
import { keptFile, orphansAmong } from '../../browser/files/kept-files.ts';
import type { FileProblem } from '../../browser/files/prepare-file.ts';
import type { Failure, Outcome, UploadBatch } from '../../browser/files/upload-batch.ts';
import { randomId } from '../../browser/random-id.ts';
import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import type { DeskStore } from './desk-kept.ts';
import { filesIn } from './drafts.ts';

/** A file that was not taken, and why. */
export interface NotTaken {
  name: string;
  problem: FileProblem | 'too-many' | 'not-loaded';
}

/** What prepares and sends files comes with the first one. */
const loadSending = () => import('../../browser/files/send-files.ts');
const loadPreparing = () => import('../../browser/files/prepare-file.ts');

/** Deletes bytes that no draft and no entry of this browser names any more. */
export async function sweepFiles(store: DeskStore): Promise<void> {
  const drafts = store.all('drafts').flatMap(filesIn);
  const entries = store.all('outbox').flatMap(({ draft }) => ('files' in draft ? (draft.files ?? []) : []));
  const orphans = orphansAmong(store.all('files'), new Set([...drafts, ...entries].map(({ id }) => id)));
  if (orphans.length > 0) await store.change(...orphans.map((key) => ({ store: 'files', key }) as const));
}

/** The files of one text that an agent writes. They stay in this browser until it is sent, and go before what names them. */
export function createFiles(store: DeskStore, onEdit: () => void) {
  const files = signal<readonly AttachedFile[]>([]);
  /** how many are being read and made smaller */
  const preparing = signal(0);
  const notTaken = signal<readonly NotTaken[]>([]);
  /** bytes that the service has, by the file's id */
  const progress = signal<Record<string, number>>({});
  /** the problem code of a file that the service refused, by its id */
  const refusals = signal<Record<string, string>>({});
  const received = new Map<string, number>();
  let work: Promise<unknown> = Promise.resolve();

  const forget = (ids: readonly string[]) =>
    void store.change(...ids.map((key) => ({ store: 'files', key }) as const)).catch(() => {});

  function edit(to: readonly AttachedFile[]): void {
    files.value = to;
    onEdit();
  }

  async function take(file: File): Promise<void> {
    const refuse = (problem: NotTaken['problem']) => {
      notTaken.value = [...notTaken.peek(), { name: file.name, problem }];
    };
    const part = await loadPreparing().catch(() => null);
    if (!part) return refuse('not-loaded');
    if (files.peek().length >= ATTACHMENTS.perMessage) return refuse('too-many');
    const prepared = await part.prepareFile(file);
    if (prepared.outcome === 'refused') return refuse(prepared.problem);
    const { name, type, blob } = prepared;
    const id = randomId(16);
    // Its bytes are stored before its name: no draft may name missing bytes.
    await store.change({ store: 'files', key: id, value: keptFile(id, blob) }).catch(() => {});
    edit([...files.peek(), { id, name, type, bytes: blob.size }]);
  }

  /** @returns null once all of them are with the service, otherwise why not; what is there already is not sent again */
  async function upload(batch: UploadBatch): Promise<Failure | null> {
    const part = await loadSending().catch(() => null);
    if (!part) return { outcome: 'unanswered', retryAfter: 0 };
    return part.sendFiles(batch, {
      blobOf: async ({ id }) => store.get('files', id)?.blob,
      received,
      signal: new AbortController().signal,
      onProgress: ({ id }, bytes) => {
        progress.value = { ...progress.peek(), [id]: bytes };
      },
      onRefused: ({ id }, code) => {
        refusals.value = { ...refusals.peek(), [id]: code };
      },
    });
  }

  return {
    files,
    upload,
    preparing,
    notTaken,
    progress,
    refusals,
    /** Adds files, one after another; resolves when the last one is added or refused. */
    add(added: readonly File[]): Promise<unknown> {
      notTaken.value = [];
      preparing.value += added.length;
      for (const file of added) {
        work = work
          .then(() => take(file))
          .finally(() => {
            preparing.value -= 1;
          });
      }
      return work;
    },
    remove(id: string): void {
      edit(files.peek().filter((file) => file.id !== id));
      forget([id]);
    },
    /** Uploads files, then sends what names them; once that is accepted, their bytes are deleted here. */
    async deliver<T extends Outcome>(batch: UploadBatch, send: () => Promise<T>): Promise<T | Failure> {
      let sent: T | Failure = (await upload(batch)) ?? (await send());
      if (sent.outcome === 'refused' && 'code' in sent && sent.code === 'invalid-request') {
        // The service deletes files that nothing named for a day: upload them again.
        received.clear();
        sent = (await upload(batch)) ?? (await send());
      }
      if (sent.outcome === 'ok') forget(batch.files.map(({ id }) => id));
      return sent;
    },
  };
}

export type Files = ReturnType<typeof createFiles>;
