import { alarms } from './en/alarms.ts';
import { answering } from './en/answering.ts';
import { door } from './en/door.ts';
import { keys } from './en/keys.ts';
import { lists } from './en/lists.ts';
import { names } from './en/names.ts';
import { page } from './en/page.ts';
import { ticket } from './en/ticket.ts';
import type { DeskWords, PageTexts } from './pl.ts';

/** The texts of the desk in English, without those of its pages. */
export const en: DeskWords = {
  ...page,
  ...door,
  ...lists,
  ...ticket,
  ...answering,
  ...alarms,
  ...names,
  ...keys,
};

/** The texts of each page in English. */
export const enPages: PageTexts = {
  alarmAdvice: async () => (await import('./en/alarm-advice.ts')).alarmAdvice,
  blocks: async () => (await import('../pages/blocks/words/en.ts')).en,
  factors: async () => (await import('../pages/factors/words/en.ts')).en,
  /** of parts, not of pages: the dialog that corrects a ticket, files, and the audit trail of a ticket */
  correct: async () => (await import('./en/correct.ts')).correct,
  files: async () => (await import('./en/files.ts')).files,
  history: async () => (await import('./en/history.ts')).history,
  /** of what is opened, a ticket or a page: they stand beside the desk’s own */
  opened: async () => (await import('./en/opened.ts')).opened,
  home: async () => (await import('./en/home.ts')).home,
  keyList: async () => (await import('./en/key-list.ts')).keyList,
  /** of parts of the lists: search results, filters, views, what is done to chosen rows */
  listParts: async () => (await import('./en/list-parts.ts')).listParts,
  incidents: async () => (await import('../pages/incidents/words/en.ts')).en,
  journal: async () => (await import('../pages/journal/words/en.ts')).en,
  macros: async () => (await import('../pages/macros/words/en.ts')).en,
  mails: async () => (await import('../pages/mails/words/en.ts')).en,
  notifications: async () => (await import('../pages/notifications/words/en.ts')).en,
  people: async () => (await import('../pages/people/words/en.ts')).en,
  phone: async () => (await import('../pages/phone/words/en.ts')).en,
  reports: async () => (await import('../pages/reports/words/en.ts')).en,
  sessions: async () => (await import('../pages/sessions/words/en.ts')).en,
  settings: async () => (await import('../pages/settings/words/en.ts')).en,
  shops: async () => (await import('../pages/shops/words/en.ts')).en,
  systems: async () => (await import('../pages/systems/words/en.ts')).en,
};
