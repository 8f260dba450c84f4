/** The desk's pages beside its tickets, as addresses name them, in the order in which they are offered. */
export const PAGE_NAMES = ['phone', 'problems', 'shops', 'reports', 'macros', 'settings', 'sessions'] as const;

export type PageName = (typeof PAGE_NAMES)[number];
