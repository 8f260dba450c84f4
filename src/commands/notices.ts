import type { NoticeKind } from '../contract/lists.ts';
import { type AddIncidentResult, addIncident } from '../incidents/add-incident.ts';
import { endIncident } from '../incidents/end-incident.ts';
import { type IncidentRow, listIncidents } from '../store/incidents.ts';
import type { Store } from '../store/open.ts';
import { printable, type Terminal, table } from './terminal.ts';
import { clock } from './words.ts';

/** A notice in the operator's options. */
export interface NoticeOptions {
  kind: NoticeKind;
  title: string;
  text: string;
  titleEn?: string;
  textEn?: string;
  /** default: now */
  since?: Temporal.Instant;
  until?: Temporal.Instant;
  from?: string;
  to?: string;
}

const KIND_WORDS: Record<NoticeKind, string> = {
  incident: 'awaria',
  advisory: 'ostrzeżenie',
  update: 'aktualizacja',
};

const UNFIT_WORDS: Record<Extract<AddIncidentResult, { outcome: 'unfit' }>['field'], string> = {
  title: 'Tytuł to jeden wiersz, od 3 do 120 znaków.',
  text: 'Treść ma mieć od 1 do 1000 znaków.',
  until: 'Koniec ma być po początku.',
  versions: 'Pierwsza wersja nie może być nowsza od ostatniej.',
};

/** `pomoc notices add`: adds a notice, which panels show; returns the exit code. */
export async function addNoticeCommand(store: Store, terminal: Terminal, options: NoticeOptions): Promise<number> {
  const { kind, title, text, titleEn, textEn, since, until, from, to } = options;
  if ((titleEn === undefined) !== (textEn === undefined)) {
    return refuse(terminal, 'Po angielsku trzeba podać i tytuł, i treść.');
  }
  const english = titleEn !== undefined && textEn !== undefined ? { title: titleEn, text: textEn } : null;
  const now = terminal.now();
  const versions = { fromVersion: from ?? null, toVersion: to ?? null };
  const notice = { kind, title, text, english, since: since ?? now, until: until ?? null, ...versions };
  const added = await addIncident(store, notice, 'operator', now);
  if (added.outcome === 'unfit') return refuse(terminal, UNFIT_WORDS[added.field]);
  terminal.print(`Dodano komunikat ${added.id}.`);
  return 0;
}

/** `pomoc notices list`: every notice, the newest first. */
export async function listNoticesCommand(store: Store, terminal: Terminal): Promise<number> {
  const rows = (await listIncidents(store)).map((notice) => [
    `${notice.id}`,
    KIND_WORDS[notice.kind],
    clock(notice.since),
    notice.until ? clock(notice.until) : '',
    versionsOf(notice),
    printable(notice.title),
  ]);
  for (const line of table([['NR', 'RODZAJ', 'OD', 'DO', 'WERSJE', 'TYTUŁ'], ...rows])) terminal.print(line);
  return 0;
}

/** `pomoc notices end ID`: panels drop it with their next request. */
export async function endNoticeCommand(store: Store, terminal: Terminal, id: number): Promise<number> {
  if ((await endIncident(store, id, 'operator', terminal.now())) !== 'ended') {
    return refuse(terminal, `Nie ma trwającego komunikatu ${id}.`);
  }
  terminal.print(`Zakończono komunikat ${id}.`);
  return 0;
}

function versionsOf({ from_version: from, to_version: to }: IncidentRow): string {
  return from || to ? `${from ?? ''}–${to ?? ''}` : 'wszystkie';
}

function refuse(terminal: Terminal, reason: string): number {
  terminal.printError(reason);
  return 1;
}
