import type { Command } from 'commander';
import { checkMailCommand, showMailCommand } from '../commands/mail.ts';
import { readMailSettings } from '../mail-settings.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc mail`, `pomoc mail check` */
export function defineMail(pomoc: Command): void {
  const mail = pomoc
    .command('mail')
    .description('wypisuje, co czeka na wysłanie, co się nie udało i kiedy czytano skrzynki')
    .action(() => withStore((store) => showMailCommand(store, terminal)));
  mail
    .command('check')
    .description('wysyła list do siebie i odbiera go z każdej skrzynki; mówi krok po kroku, co działa')
    .action(async () => {
      process.exitCode = await checkMailCommand(readMailSettings(process.env), terminal);
    });
}
