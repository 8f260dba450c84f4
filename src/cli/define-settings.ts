import { Argument, type Command } from 'commander';
import { setSettingCommand, showSettingsCommand } from '../commands/settings.ts';
import { SETTINGS, type Setting } from '../contract/shops/settings.ts';
import { readFirstSettings } from '../settings.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc settings …` */
export function defineSettings(pomoc: Command): void {
  const settings = pomoc.command('settings').description('godziny pracy, kontakt i linki, które widzą sklepy');
  settings
    .command('show')
    .description('wypisuje wszystkie; te ze środowiska czyta ze swojego')
    .action(() => withStore((store) => showSettingsCommand(store, terminal, readFirstSettings(process.env))));
  settings
    .command('set')
    .description('ustawia jedno, bez ponownego uruchamiania usługi')
    .addArgument(new Argument('<nazwa>').choices(SETTINGS))
    .argument('<wartość>', 'pusty tekst opróżnia')
    .action((name: Setting, value: string) =>
      withStore((store) => setSettingCommand(store, terminal, readFirstSettings(process.env), name, value)),
    );
}
