import { openMirror } from '../../browser/mirror.ts';
import { openStore } from '../../browser/store.ts';
import type { DeskKept, DeskStore } from './desk-kept.ts';
import { sweepFiles } from './files.ts';

/** Opens what agents keep in this browser, with what earlier builds kept in localStorage. */
export async function openDeskStore(): Promise<DeskStore> {
  const store = openStore<DeskKept>('pomoc-desk', 2, ['drafts', 'calls', 'taken', 'files', 'outbox', 'leases']);
  const mirror = await openMirror(store, 'pomoc-desk');
  const isDurable = await store.isDurable();
  await carryOverEarlier(mirror, isDurable).catch(() => {}); // no storage, or a disk that takes nothing: it stays where it is
  void sweepFiles(mirror).catch(() => {});
  return mirror;
}

/** What does so is loaded only where a build before December 2026 left something. */
async function carryOverEarlier(store: DeskStore, isDurable: boolean): Promise<void> {
  if (!Object.keys(localStorage).some((name) => /^desk\.(draft|phone)\./.test(name))) return;
  const { carryOver } = await import('./carry-over.ts');
  await carryOver(store, isDurable);
}
