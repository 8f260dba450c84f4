import { computed, createModel, type ReadonlySignal, signal } from '@preact/signals';
import { ATTACHMENTS } from '../../src/contract/attachment-limits.ts';
import type { AttachedFile } from '../outbox/attached-file.ts';
import type { Draft } from '../outbox/draft.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Keeper } from '../outbox/keeper.ts';
import type { Delivery, TicketClient } from '../ticket-client.ts';
import { type FileProblem, nameFor, prepareFile } from './prepare-file.ts';
import type { PutPart } from './put-part.ts';
import { sendFiles } from './send-files.ts';

export interface FilesDeps {
  draft: ReadonlySignal<Draft>;
  edit: (change: Partial<Draft>) => void;
  keeper: Keeper;
  putPart: PutPart;
}

/** A file that does not go along, and why. */
export interface NotTaken {
  name: string;
  problem: FileProblem | 'too-many';
}

/** Bytes that no draft and no ticket names may be of a tab that has not written its draft yet. */
const ORPHANS_KEPT_MS = 3_600_000;

/** A key of a file in this browser; names that others must not guess are made when the ticket is frozen. */
const aKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/**
 * The files of the draft. They lie in this browser until „Wyślij” is pressed: a picture that still shows what it should
 * not has gone nowhere. Then they go part by part, before the ticket that names them.
 */
export const FilesModel = createModel(({ draft, edit, keeper, putPart }: FilesDeps) => {
  /** names of what is being read and drawn anew */
  const preparing = signal<string[]>([]);
  const notTaken = signal<NotTaken[]>([]);
  /** why the service did not take a file, as a problem code, by the file's id */
  const refusals = signal<Record<string, string>>({});
  /** bytes the service has, by the file's id */
  const progress = signal<Record<string, number>>({});
  /** what this page added: a browser that keeps nothing sends it all the same */
  const blobs = new Map<string, Blob>();
  const received = new Map<string, number>();
  /** the ticket being sent, as long as no request has named it: until then it can be taken back */
  const stoppable = signal<{ key: string; stop: AbortController } | null>(null);
  const asked = new Set<string>();
  let work: Promise<unknown> = Promise.resolve();

  const room = () => ATTACHMENTS.perMessage - draft.peek().files.length;

  async function keep(id: string, blob: Blob): Promise<void> {
    blobs.set(id, blob);
    await keeper.change({ store: 'files', key: id, value: { id, blob, keptAt: Date.now() } }).catch(() => {});
  }

  async function forget(ids: string[]): Promise<void> {
    for (const id of ids) blobs.delete(id);
    await keeper.change(...ids.map((key) => ({ store: 'files', key }) as const)).catch(() => {});
  }

  async function take(file: File): Promise<void> {
    const prepared = room() > 0 ? await prepareFile(file) : ({ outcome: 'refused', problem: 'too-many' } as const);
    if (prepared.outcome === 'refused') {
      notTaken.value = [...notTaken.peek(), { name: file.name, problem: prepared.problem }];
    } else {
      const { name, type, blob } = prepared;
      const id = aKey();
      await keep(id, blob); // first its bytes, then its name: no draft names what is not there
      edit({ files: [...draft.peek().files, { id, name, type, bytes: blob.size }] });
    }
    preparing.value = preparing.peek().slice(1);
  }

  async function blobOf({ id }: AttachedFile): Promise<Blob | undefined> {
    return blobs.get(id) ?? (await keeper.get('files', id).catch(() => undefined))?.blob;
  }

  /** Bytes that nothing names any more go: their draft ended, or its last writer was a tab that did not know them. */
  async function sweep(): Promise<void> {
    const drafts = [
      draft.peek(),
      ...(await keeper.all('drafts')),
      ...(await keeper.all('outbox')).map((entry) => entry.draft),
    ];
    const named = new Set(drafts.flatMap(({ files }) => (files ?? []).map(({ id }) => id)));
    const orphans = (await keeper.all('files')).filter(
      ({ id, keptAt }) => !named.has(id) && Date.now() - keptAt > ORPHANS_KEPT_MS,
    );
    if (orphans.length > 0) await forget(orphans.map(({ id }) => id));
  }

  async function send(entry: Entry, stop: AbortController): Promise<Delivery | null> {
    return sendFiles(entry, {
      putPart,
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
    /** whether the ticket on its way can still be taken back */
    canStop: computed(() => stoppable.value !== null),
    blobOf,
    sweep: () => sweep().catch(() => {}),

    /** Adds files, one after another; resolves when the last one is there or refused. */
    add(files: readonly File[]) {
      notTaken.value = [];
      preparing.value = [...preparing.peek(), ...files.map(({ name }) => name)];
      for (const file of files) work = work.then(() => take(file));
      return work;
    },
    /** Resolves when nothing is being prepared. */
    settled: () => work,

    async remove(file: AttachedFile) {
      edit({ files: draft.peek().files.filter(({ id }) => id !== file.id) });
      await forget([file.id]);
    },
    /** Moves a file one place to the front. */
    raise(file: AttachedFile) {
      const files = [...draft.peek().files];
      const place = files.findIndex(({ id }) => id === file.id);
      if (place < 1) return;
      files.splice(place - 1, 2, file, files[place - 1] as AttachedFile);
      edit({ files });
    },
    /** Puts an edited picture in the place of a file; the bytes from before the edit are gone from here too. */
    async replace(file: AttachedFile, blob: Blob) {
      const id = aKey();
      await keep(id, blob);
      const edited = { id, name: nameFor(file.name, blob.type), type: blob.type, bytes: blob.size };
      edit({ files: draft.peek().files.map((other) => (other.id === file.id ? edited : other)) });
      await forget([file.id]);
      return edited;
    },

    /** Stops the files on their way; the ticket goes back to the form. */
    stop() {
      stoppable.peek()?.stop.abort();
    },

    /** Opens a ticket with files: those first, then the ticket; once it is taken, their bytes are freed here. */
    async openTicket(
      entry: Entry,
      client: Pick<TicketClient, 'openTicket'>,
      isFromThisPage: boolean,
    ): Promise<Delivery> {
      const now = stoppable.peek();
      const { key } = entry;
      const stop = now?.key === key ? now.stop : new AbortController();
      // Asked once, the service may have it: taken back then, it could be opened twice.
      stoppable.value = isFromThisPage && !asked.has(key) ? { key, stop } : null;
      const failed = await send(entry, stop);
      if (failed?.outcome !== 'unanswered') stoppable.value = null;
      if (failed) return failed;
      asked.add(key);
      let delivery = await client.openTicket(entry);
      if (delivery.outcome === 'refused' && delivery.code === 'invalid-request') {
        // A day has passed, and the service has swept what no ticket named: it gets it again.
        received.clear();
        delivery = (await send(entry, stop)) ?? (await client.openTicket(entry));
      }
      if (delivery.outcome === 'accepted') await forget(entry.draft.files.map(({ id }) => id));
      return delivery;
    },
  };
});

export type FilesModel = InstanceType<typeof FilesModel>;
