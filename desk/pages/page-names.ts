/** Everyday pages, which are links beside the tickets, and seldom ones, which are in the menu, each in their order. */
const EVERYDAY = ['phone', 'mails', 'incidents', 'shops', 'reports'] as const;
const SELDOM = ['blocks', 'macros', 'settings', 'factors', 'sessions', 'journal'] as const;

/** The desk's pages beside its tickets, as addresses name them. */
export const PAGE_NAMES = [...EVERYDAY, ...SELDOM] as const;

export type PageName = (typeof PAGE_NAMES)[number];

/** Whether a page is in the menu only. */
export function isSeldom(name: PageName | null): boolean {
  return SELDOM.some((seldom) => seldom === name);
}

/** Whether a page is offered to admins only: its endpoint answers nobody else. */
export function isForAdmins(name: PageName | null): boolean {
  return name === 'journal';
}
