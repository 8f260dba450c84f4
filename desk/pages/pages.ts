import type { ComponentType } from 'preact';
import filesStyles from '../css/files.css?url';
import { loadPageWords } from '../words/words.ts';
import type { BlockDialogProps } from './blocks/BlockDialog.tsx';
import blocksStyles from './blocks/blocks.css?url';
import factorsStyles from './factors/factors.css?url';
import incidentsStyles from './incidents/incidents.css?url';
import journalStyles from './journal/journal.css?url';
import { loadOpened } from './load-opened.ts';
import { loadStyles } from './load-styles.ts';
import macrosStyles from './macros/macros.css?url';
import type { ContactDialogProps } from './mails/ContactDialog.tsx';
import type { MailFacts } from './mails/MailFacts.tsx';
import mailsStyles from './mails/mails.css?url';
import notificationsStyles from './notifications/notifications.css?url';
import type { PageName } from './page-names.ts';
import type { PageProps } from './page-props.ts';
import peopleStyles from './people/people.css?url';
import phoneStyles from './phone/phone.css?url';
import reportsStyles from './reports/reports.css?url';
import sessionsStyles from './sessions/sessions.css?url';
import settingsStyles from './settings/settings.css?url';
import shopsStyles from './shops/shops.css?url';
import systemsStyles from './systems/systems.css?url';

/** What each page is made of, beside its texts. */
const PAGES: Record<PageName, { view: () => Promise<ComponentType<PageProps>>; styles: string }> = {
  people: { view: async () => (await import('./people/PeoplePage.tsx')).PeoplePage, styles: peopleStyles },
  phone: { view: async () => (await import('./phone/PhonePage.tsx')).PhonePage, styles: phoneStyles },
  mails: { view: loadMails, styles: mailsStyles },
  incidents: {
    view: async () => (await import('./incidents/IncidentsPage.tsx')).IncidentsPage,
    styles: incidentsStyles,
  },
  shops: { view: async () => (await import('./shops/ShopsPage.tsx')).ShopsPage, styles: shopsStyles },
  reports: { view: async () => (await import('./reports/ReportsPage.tsx')).ReportsPage, styles: reportsStyles },
  blocks: { view: async () => (await import('./blocks/BlocksPage.tsx')).BlocksPage, styles: blocksStyles },
  macros: { view: async () => (await import('./macros/MacrosPage.tsx')).MacrosPage, styles: macrosStyles },
  settings: { view: async () => (await import('./settings/SettingsPage.tsx')).SettingsPage, styles: settingsStyles },
  journal: { view: async () => (await import('./journal/JournalPage.tsx')).JournalPage, styles: journalStyles },
  systems: { view: async () => (await import('./systems/SystemsPage.tsx')).SystemsPage, styles: systemsStyles },
  notifications: {
    view: async () => (await import('./notifications/NotificationsPage.tsx')).NotificationsPage,
    styles: notificationsStyles,
  },
  factors: { view: async () => (await import('./factors/FactorsPage.tsx')).FactorsPage, styles: factorsStyles },
  sessions: { view: async () => (await import('./sessions/SessionsPage.tsx')).SessionsPage, styles: sessionsStyles },
};

/**
 * Loads a page when it is first opened, so that the tickets wait for none: it is there once its code, its texts and its
 * styles are. Rejects where one of them cannot be loaded; whoever asks again has it loaded again.
 */
export function loadPage(page: PageName): Promise<ComponentType<PageProps>> {
  return withPage(page, PAGES[page].view);
}

/** The page of letters searches for shops as the page of calls does. */
async function loadMails(): Promise<ComponentType<PageProps>> {
  return withPage('phone', async () => (await import('./mails/MailsPage.tsx')).MailsPage);
}

/** Loads what messages show of mail: many a ticket has none. */
export function loadMailFacts(): Promise<MailFacts> {
  return withPage('mails', async () => (await import('./mails/MailFacts.tsx')).MAIL_FACTS);
}

/** Loads how the customer of a ticket reaches it: what is said of it above the thread, and the dialog that changes it. */
export function loadContactNotices() {
  return withPage('mails', async () => (await import('./mails/ContactNotices.tsx')).ContactNotices);
}
export function loadContactDialog(): Promise<ComponentType<ContactDialogProps>> {
  return withPage('mails', async () => (await import('./mails/ContactDialog.tsx')).ContactDialog);
}

/** Loads the tick of a reply for the others of a letter. */
export function loadCopiesTick() {
  return withPage('mails', async () => (await import('./mails/CopiesTick.tsx')).CopiesTick);
}

/** Loads what draws the files of a reply or note before it is sent. */
export function loadComposerFiles() {
  return withFiles(async () => (await import('../views/ComposerFiles.tsx')).ComposerFiles);
}

/** Loads what offers the names of colleagues in a note. */
export function loadMentionList() {
  return withFiles(async () => (await import('../views/MentionList.tsx')).MentionList);
}

/** Loads what draws the pictures of a thread. */
export function loadThumbnail() {
  return withFiles(async () => (await import('../views/Thumbnail.tsx')).Thumbnail);
}

async function withFiles<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadOpened(), loadPageWords('files'), loadStyles(filesStyles)]);
  return part;
}

/** Loads the page of second factors, which also stands in the desk's place. */
export function loadFactors(): Promise<ComponentType<Pick<PageProps, 'http' | 'onFactors'>>> {
  return withPage('factors', async () => (await import('./factors/FactorsPage.tsx')).FactorsPage);
}

/** Loads the form at the door that sets a password by a one-time code. */
export function loadCodeForm() {
  return withPage('people', async () => (await import('./people/CodeForm.tsx')).CodeForm);
}

/** Loads the dialog that blocks shops from where they are seen. */
export function loadBlockDialog(): Promise<ComponentType<BlockDialogProps>> {
  return withPage('blocks', async () => (await import('./blocks/BlockDialog.tsx')).BlockDialog);
}

/** Loads the line that says of a new outage. */
export function loadOutageToast() {
  return withPage('notifications', async () => (await import('./notifications/OutageToast.tsx')).OutageToast);
}

/** Loads a part of a page with the page's texts and styles. */
async function withPage<Part>(page: PageName, load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadOpened(), loadPageWords(page), loadStyles(PAGES[page].styles)]);
  return part;
}
