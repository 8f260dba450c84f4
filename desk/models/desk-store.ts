import { openMirror } from '../../browser/mirror.ts';
import { openStore } from '../../browser/store.ts';
import { carryOver } from './carry-over.ts';
import type { DeskKept, DeskStore } from './desk-kept.ts';

/** Opens what agents keep in this browser, with what earlier builds kept in localStorage. */
export async function openDeskStore(): Promise<DeskStore> {
  const store = openStore<DeskKept>('pomoc-desk', 1, ['drafts', 'calls', 'taken', 'outbox', 'leases']);
  const mirror = await openMirror(store, 'pomoc-desk');
  const isDurable = await store.isDurable();
  await carryOver(mirror, isDurable).catch(() => {}); // no storage, or a disk that takes nothing: it stays where it is
  return mirror;
}
