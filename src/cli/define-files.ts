import type { Command } from 'commander';
import { freeFilesCommand, showFilesCommand } from '../commands/files.ts';
import { day } from './argument-types.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc files`, `pomoc files free` */
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
}
