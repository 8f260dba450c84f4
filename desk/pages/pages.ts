import type { ComponentType } from 'preact';
import type { PageName } from './page-names.ts';
import type { PageProps } from './page-props.ts';

/** The page of second factors, which also stands in the desk's place. */
export const loadFactors = async () => (await import('./factors/FactorsPage.tsx')).FactorsPage;

/** The dialog that blocks shops from where they are seen. */
export const loadBlockDialog = async () => (await import('./blocks/BlockDialog.tsx')).BlockDialog;

/** Loaders of the pages: each is loaded when it is first opened, so that the tickets wait for none of them. */
export const PAGES: Record<PageName, () => Promise<ComponentType<PageProps>>> = {
  phone: async () => (await import('./phone/PhonePage.tsx')).PhonePage,
  incidents: async () => (await import('./incidents/IncidentsPage.tsx')).IncidentsPage,
  shops: async () => (await import('./shops/ShopsPage.tsx')).ShopsPage,
  reports: async () => (await import('./reports/ReportsPage.tsx')).ReportsPage,
  blocks: async () => (await import('./blocks/BlocksPage.tsx')).BlocksPage,
  macros: async () => (await import('./macros/MacrosPage.tsx')).MacrosPage,
  settings: async () => (await import('./settings/SettingsPage.tsx')).SettingsPage,
  journal: async () => (await import('./journal/JournalPage.tsx')).JournalPage,
  factors: loadFactors,
  sessions: async () => (await import('./sessions/SessionsPage.tsx')).SessionsPage,
};
