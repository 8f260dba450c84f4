import type { ComponentType } from 'preact';
import type { Ask } from '../client/ask.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { PageName } from './page-names.ts';

/** What every page is given. */
export interface PageProps {
  model: DeskModel;
  /** the service */
  ask: Ask;
  /** what of many is shown, from the address */
  id: string | null;
}

/** How a page is loaded: once it is opened, so that the tickets wait for none of them. */
export const PAGES: Record<PageName, () => Promise<ComponentType<PageProps>>> = {
  phone: async () => (await import('./phone/PhonePage.tsx')).PhonePage,
  problems: async () => (await import('./problems/ProblemsPage.tsx')).ProblemsPage,
  shops: async () => (await import('./shops/ShopsPage.tsx')).ShopsPage,
  reports: async () => (await import('./reports/ReportsPage.tsx')).ReportsPage,
  macros: async () => (await import('./macros/MacrosPage.tsx')).MacrosPage,
  settings: async () => (await import('./settings/SettingsPage.tsx')).SettingsPage,
  sessions: async () => (await import('./sessions/SessionsPage.tsx')).SessionsPage,
};
