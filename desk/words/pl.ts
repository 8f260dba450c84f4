import { alarms } from './pl/alarms.ts';
import { answering } from './pl/answering.ts';
import { door } from './pl/door.ts';
import { keys } from './pl/keys.ts';
import { lists } from './pl/lists.ts';
import { names } from './pl/names.ts';
import { page } from './pl/page.ts';
import { ticket } from './pl/ticket.ts';

/** The texts of the desk in Polish, without those of its pages; the only place where failures become words. */
export const pl = {
  ...page,
  ...door,
  ...lists,
  ...ticket,
  ...answering,
  ...alarms,
  ...names,
  ...keys,
};

/** The texts of each page in Polish: they come with their page. */
export const plPages = {
  alarmAdvice: async () => (await import('./pl/alarm-advice.ts')).alarmAdvice,
  blocks: async () => (await import('../pages/blocks/words/pl.ts')).pl,
  factors: async () => (await import('../pages/factors/words/pl.ts')).pl,
  /** of parts, not of pages: the dialog that corrects a ticket, files, and the audit trail of a ticket */
  correct: async () => (await import('./pl/correct.ts')).correct,
  files: async () => (await import('./pl/files.ts')).files,
  history: async () => (await import('./pl/history.ts')).history,
  /** of what is opened, a ticket or a page: they stand beside the desk’s own */
  opened: async () => (await import('./pl/opened.ts')).opened,
  home: async () => (await import('./pl/home.ts')).home,
  /** of a part: the list of keys */
  keyList: async () => (await import('./pl/key-list.ts')).keyList,
  /** of parts of the lists: search results, filters, views, what is done to chosen rows */
  listParts: async () => (await import('./pl/list-parts.ts')).listParts,
  incidents: async () => (await import('../pages/incidents/words/pl.ts')).pl,
  journal: async () => (await import('../pages/journal/words/pl.ts')).pl,
  macros: async () => (await import('../pages/macros/words/pl.ts')).pl,
  mails: async () => (await import('../pages/mails/words/pl.ts')).pl,
  notifications: async () => (await import('../pages/notifications/words/pl.ts')).pl,
  people: async () => (await import('../pages/people/words/pl.ts')).pl,
  phone: async () => (await import('../pages/phone/words/pl.ts')).pl,
  reports: async () => (await import('../pages/reports/words/pl.ts')).pl,
  sessions: async () => (await import('../pages/sessions/words/pl.ts')).pl,
  settings: async () => (await import('../pages/settings/words/pl.ts')).pl,
  shops: async () => (await import('../pages/shops/words/pl.ts')).pl,
  systems: async () => (await import('../pages/systems/words/pl.ts')).pl,
};

export type DeskWords = typeof pl;

/** What loads the texts of each page in one language. */
export type PageTexts = typeof plPages;

type TextsOf<Page extends keyof PageTexts> = Awaited<ReturnType<PageTexts[Page]>>;

/** All texts of the desk: those of what is open among its own, those of a page under its name. */
export type Words = DeskWords & TextsOf<'opened'> & { [page in Exclude<keyof PageTexts, 'opened'>]: TextsOf<page> };
