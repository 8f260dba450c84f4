import type { ComponentType } from 'preact';
import type { PageName } from './page-names.ts';
import type { PageProps } from './page-props.ts';

/** The page of second factors, which also stands in the desk's place. */
export const loadFactors = async () => (await import('./factors/FactorsPage.tsx')).FactorsPage;

/** Loaders of the pages: each is loaded when it is first opened, so that the tickets wait for none of them. */
export const PAGES: Record<PageName, () => Promise<ComponentType<PageProps>>> = {
  phone: async () => (await import('./phone/PhonePage.tsx')).PhonePage,
  incidents: async () => (await import('./incidents/IncidentsPage.tsx')).IncidentsPage,
  shops: async () => (await import('./shops/ShopsPage.tsx')).ShopsPage,
  reports: async () => (await import('./reports/ReportsPage.tsx')).ReportsPage,
  macros: async () => (await import('./macros/MacrosPage.tsx')).MacrosPage,
  settings: async () => (await import('./settings/SettingsPage.tsx')).SettingsPage,
  factors: loadFactors,
  sessions: async () => (await import('./sessions/SessionsPage.tsx')).SessionsPage,
};
