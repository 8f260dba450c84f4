import { backUp } from '../store/back-up.ts';
import { printable, type Terminal } from './terminal.ts';

/** `pomoc backup FILE`: copies the whole database into a new file, beside a service that goes on; returns the exit code. */
export async function backUpCommand(databaseUrl: string, terminal: Terminal, file: string): Promise<number> {
  const done = await backUp(databaseUrl, file);
  switch (done.outcome) {
    case 'saved':
      terminal.print(`Zapisano kopię bazy: ${file} (${done.bytes} B). Sprawdzona i cała.`);
      return 0;
    case 'taken':
      terminal.printError(`Plik ${file} już istnieje i zostaje, jaki był. Podaj nową nazwę.`);
      return 1;
    case 'no-database':
      terminal.printError('Nie ma pliku bazy, który wskazuje DATABASE_URL.');
      return 1;
    case 'no-pg-dump':
      terminal.printError(
        'Nie ma programu pg_dump. Zainstaluj klienta PostgreSQL w wersji serwera albo nowszej, albo zrób kopię tam, gdzie jest.',
      );
      return 1;
    case 'failed':
      terminal.printError(printable(`Nie udało się zapisać kopii ${file}: ${done.reason}`));
      return 1;
  }
}
