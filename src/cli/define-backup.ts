import type { Command } from 'commander';
import { backUpCommand } from '../commands/back-up.ts';
import { readDatabaseUrl } from '../settings.ts';
import { fromCaller, terminal } from './operator.ts';

/** `pomoc backup`. The database is not opened as the service does, which would bring it to the newest shape first. */
export function defineBackup(pomoc: Command): void {
  pomoc
    .command('backup')
    .description('zapisuje kopię całej bazy do nowego pliku; usługa może przy tym działać')
    .argument('<plik>', 'gdzie zapisać; istniejącego pliku nie nadpisuje')
    .action(async (file: string) => {
      process.exitCode = await backUpCommand(readDatabaseUrl(process.env), terminal, fromCaller(file));
    });
}
