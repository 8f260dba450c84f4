import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { ageOf } from '../../../../browser/age.ts';
import type { AttachedFile, KeptFile } from '../../../../browser/files/attached-file.ts';
import { type FileProblem, nameFor, prepareFile } from '../../../../browser/files/prepare-file.ts';
import { sendFiles } from '../../../../browser/files/send-files.ts';
import type { Failure, Outcome, UploadBatch } from '../../../../browser/files/upload-batch.ts';
import { randomId } from '../../../../browser/random-id.ts';
import { ATTACHMENTS } from '../../../../src/contract/files/attachment-limits.ts';
import { createModel } from '../../../create-model.ts';
import type { WidgetStore } from '../../../outbox/widget-store.ts';

export interface FilesDeps {
  /** the draft of a ticket or a reply, with its files */
  draft: ReadonlySignal<{ files: AttachedFile[] }>;
  edit: (change: { files: AttachedFile[] }) => void;
  /** the store of their bytes by id */
  store: WidgetStore;
  /** the number of files in flight that may return to the draft */
  onTheirWay?: () => number;
}

/** A refused file, and why. */
export interface NotTaken {
  name: string;
  problem: FileProblem | 'too-many';
}

/** How long unreferenced bytes are kept: they may belong to a tab that has not written its draft yet. */
const ORPHANS_KEPT_MS = 3_600_000;

/**
 * The files of a draft. They stay in this browser until „Wyślij” is pressed, so a picture that shows too much has gone
 * nowhere. Then they are uploaded part by part, before the ticket or reply that names them.
 */
export const FilesModel = createModel(({ draft, edit, store, onTheirWay }: FilesDeps) => {
  /** names of files that are being read and re-encoded */
  const preparing = signal<string[]>([]);
  const notTaken = signal<NotTaken[]>([]);
  /** the problem code of a refused file, by its id */
  const refusals = signal<Record<string, string>>({});
  /** bytes received by the service, by the file's id */
  const progress = signal<Record<string, number>>({});
  /** files added on this page: without storage they are sent all the same */
  const blobs = new Map<string, Blob>();
  const received = new Map<string, number>();
  /** the current send, while no request has named it: until then it can be cancelled */
  const stoppable = signal<{ key: string; stop: AbortController } | null>(null);
  const asked = new Set<string>();
  let work: Promise<unknown> = Promise.resolve();

  const room = () => ATTACHMENTS.perMessage - draft.peek().files.length - (onTheirWay?.() ?? 0);

  async function keep(id: string, blob: Blob): Promise<void> {
    blobs.set(id, blob);
    await store.change({ store: 'files', key: id, value: { id, blob, keptAt: Date.now() } }).catch(() => {});
  }

  async function forget(ids: string[]): Promise<void> {
    for (const id of ids) blobs.delete(id);
    await store.change(...ids.map((key) => ({ store: 'files', key }) as const)).catch(() => {});
  }

  async function take(file: File): Promise<void> {
    const prepared = room() > 0 ? await prepareFile(file) : ({ outcome: 'refused', problem: 'too-many' } as const);
    if (prepared.outcome === 'refused') {
      notTaken.value = [...notTaken.peek(), { name: file.name, problem: prepared.problem }];
    } else {
      const { name, type, blob } = prepared;
      const id = randomId(16);
      await keep(id, blob); // first its bytes, then its name: no draft may name missing bytes
      edit({ files: [...draft.peek().files, { id, name, type, bytes: blob.size }] });
    }
    preparing.value = preparing.peek().slice(1);
  }

  async function blobOf({ id }: AttachedFile): Promise<Blob | undefined> {
    return blobs.get(id) ?? (await store.get('files', id).catch(() => undefined))?.blob;
  }

  /** Deletes unreferenced bytes: their draft ended, or a tab that did not know them wrote it last. */
  async function sweep(): Promise<void> {
    const spared = new Set([...draft.peek().files, ...(await namedFiles(store))].map(({ id }) => id));
    const now = Date.now();
    const orphans = (await store.all('files')).filter(({ id }) => !spared.has(id));
    const isOld = ({ keptAt }: KeptFile) => (ageOf(keptAt, now) ?? 0) > ORPHANS_KEPT_MS;
    // Those of unknown age are dated now.
    const edits = orphans
      .filter(({ keptAt }) => keptAt > now)
      .map((file) => ({ store: 'files', key: file.id, value: { ...file, keptAt: now } }) as const);
    if (edits[0]) await store.change(...edits);
    await forget(orphans.filter(isOld).map(({ id }) => id));
  }

  async function send(batch: UploadBatch, stop: AbortController): Promise<Failure | null> {
    return sendFiles(batch, {
      blobOf,
      received,
      signal: stop.signal,
      onProgress: ({ id }, bytes) => {
        progress.value = { ...progress.peek(), [id]: bytes };
      },
      onRefused: ({ id }, code) => {
        refusals.value = { ...refusals.peek(), [id]: code };
      },
    });
  }

  return {
    files: computed(() => draft.value.files),
    preparing,
    notTaken,
    refusals,
    progress,
    /** whether the current send can still be cancelled */
    canStop: computed(() => stoppable.value !== null),
    blobOf,
    sweep: () => sweep().catch(() => {}),

    /** Adds files, one after another; resolves when the last one is added or refused. */
    add(files: readonly File[]) {
      notTaken.value = [];
      preparing.value = [...preparing.peek(), ...files.map(({ name }) => name)];
      for (const file of files) work = work.then(() => take(file));
      return work;
    },
    /** Resolves when no file is being prepared. */
    settled: () => work,

    async remove(file: AttachedFile) {
      edit({ files: draft.peek().files.filter(({ id }) => id !== file.id) });
      await forget([file.id]);
    },
    /** Moves a file one step to the front. */
    raise(file: AttachedFile) {
      const files = [...draft.peek().files];
      const index = files.findIndex(({ id }) => id === file.id);
      if (index < 1) return;
      files.splice(index - 1, 2, file, files[index - 1] as AttachedFile);
      edit({ files });
    },
    /**
     * Replaces a file by an edited picture; the bytes from before the edit are deleted here too.
     * @param hidden how many places were hidden this time
     */
    async replace(file: AttachedFile, blob: Blob, hidden = 0) {
      const id = randomId(16);
      await keep(id, blob);
      const edited: AttachedFile = { id, name: nameFor(file.name, blob.type), type: blob.type, bytes: blob.size };
      const total = hidden + (file.hidden ?? 0);
      if (total) edited.hidden = total;
      edit({ files: draft.peek().files.map((other) => (other.id === file.id ? edited : other)) });
      await forget([file.id]);
      return edited;
    },

    /** Cancels the upload; the ticket or reply is a draft again. */
    stop() {
      stoppable.peek()?.stop.abort();
    },

    /**
     * Uploads files, then sends what names them; once that is accepted, the local bytes are deleted.
     * @param sendWhatNamesThem called once more when the service has deleted the files meanwhile
     */
    async deliver<T extends Outcome>(
      batch: UploadBatch,
      sendWhatNamesThem: () => Promise<T>,
      isFromThisPage: boolean,
    ): Promise<T | Failure> {
      const now = stoppable.peek();
      const { key } = batch;
      const stop = now?.key === key ? now.stop : new AbortController();
      // After a request the service may have it: cancelling then could open it twice.
      stoppable.value = isFromThisPage && !asked.has(key) ? { key, stop } : null;
      const failed = await send(batch, stop);
      if (failed?.outcome !== 'unanswered') stoppable.value = null;
      if (failed) return failed;
      asked.add(key);
      let delivery: T | Failure = await sendWhatNamesThem();
      if (delivery.outcome === 'refused' && delivery.code === 'invalid-request') {
        // The service deletes unclaimed files after a day: upload them again.
        received.clear();
        delivery = (await send(batch, stop)) ?? (await sendWhatNamesThem());
      }
      const isTaken = delivery.outcome !== 'refused' && delivery.outcome !== 'unanswered';
      if (isTaken) await forget(batch.files.map(({ id }) => id));
      return delivery;
    },
  };
});

export type FilesModel = InstanceType<typeof FilesModel>;

/** All files that a draft or an entry in this browser names; those of an earlier build may name none. */
export async function namedFiles(store: WidgetStore): Promise<AttachedFile[]> {
  const [drafts, outbox] = await Promise.all([store.all('drafts'), store.all('outbox')]);
  return [...drafts, ...outbox.map(({ draft }) => draft)].flatMap(({ files }) => files ?? []);
}
