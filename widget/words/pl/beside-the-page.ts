import { bind } from './panel.ts';

/** What is said where a window of the panel shuts the help out. */
export const words = {
  move: 'Przenieś na drugą stronę okna',
  blocked: bind('Pomoc jest teraz zablokowana: najpierw zamknij okno otwarte w panelu.'),
};
