/** Everyday pages, which are links beside the tickets, and seldom ones, which are in the menu, each in their order. */
export const EVERYDAY = ['shops', 'incidents', 'macros', 'reports'] as const;
export const SELDOM = [
  'mails',
  'blocks',
  'people',
  'settings',
  'notifications',
  'systems',
  'factors',
  'sessions',
  'journal',
] as const;

/** The desk's pages beside its tickets, as addresses name them. A new ticket is no place to go to but a thing to do. */
export const PAGE_NAMES = ['phone', ...EVERYDAY, ...SELDOM] as const;

export type PageName = (typeof PAGE_NAMES)[number];

/** Whether a page is offered to admins only: its endpoint answers nobody else. */
export function isForAdmins(name: PageName | null): boolean {
  return name === 'journal' || name === 'people' || name === 'systems';
}
