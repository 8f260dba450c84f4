import type { Command } from 'commander';
import { freeFilesCommand, scanFilesCommand, showFilesCommand } from '../commands/files.ts';
import { day } from './argument-types.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc files`, `pomoc files free`, `pomoc files scan` */
export function defineFiles(pomoc: Command): void {
  const files = pomoc
    .command('files')
    .description('wypisuje, ile miejsca zajmują pliki sklepów')
    .action(() => withStore((store) => showFilesCommand(store, terminal)));
  files
    .command('free')
    .description('usuwa pliki zgłoszeń; rozmowy zostają i mówią o tym')
    .argument('[numery...]')
    .option('--closed-before <data>', 'pliki zgłoszeń zamkniętych przed tym dniem', day)
    .option('--yes', 'usuwa; bez tego tylko wypisuje, co by usunięto')
    .action((numbers: string[], options: { closedBefore?: Temporal.PlainDate; yes?: true }) =>
      withStore((store) => freeFilesCommand(store, terminal, { numbers, ...options })),
    );
  files
    .command('scan')
    .description('oddaje skanerowi pliki, których nie zdołał sprawdzić, i te sprzed jego włączenia')
    .argument('[pliki...]', 'tylko te, cokolwiek o nich powiedział')
    .action((ids: string[]) => withStore((store) => scanFilesCommand(store, terminal, ids)));
}
