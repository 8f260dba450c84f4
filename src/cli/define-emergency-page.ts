import { type Command, Option } from 'commander';
import { emergencyFile } from '../api/pages/emergency-page.ts';
import { readEmergencyScript } from '../api/pages/emergency-script.ts';
import { writePageCommand } from '../commands/write-page.ts';
import { LANGUAGES, type Language } from '../contract/lists.ts';
import { readFirstSettings, readPublicUrl } from '../settings.ts';
import { howToReachUs } from '../tickets/how-to-reach-us.ts';
import { fromCaller, terminal, withStore } from './operator.ts';

/** `pomoc emergency-page` */
export function defineEmergencyPage(pomoc: Command): void {
  pomoc
    .command('emergency-page')
    .description('zapisuje stronę awaryjną (telefon, godziny, e-mail) jako jeden plik dla innego serwera')
    .requiredOption('--out <plik>', 'gdzie zapisać; istniejący plik zastępuje')
    .addOption(new Option('--language <język>').choices(LANGUAGES).default(LANGUAGES[0]))
    .action(({ out, language }: { out: string; language: Language }) =>
      withStore(async (store) => {
        if (!process.env.PUBLIC_URL) {
          terminal.printError('Ustaw PUBLIC_URL: bez niego strona nie wie, gdzie jest serwis pomocy.');
          return 1;
        }
        const publicUrl = readPublicUrl(process.env);
        if (publicUrl.startsWith('http:'))
          terminal.printError(`Uwaga: ${publicUrl} nie jest szyfrowany. Strona na https nie połączy się z nim.`);
        const firstSettings = readFirstSettings(process.env);
        const ways = await howToReachUs({ store, now: terminal.now, firstSettings }, language);
        const script = readEmergencyScript('dist');
        if (script === null) {
          terminal.printError('Brakuje dist/emergency.js: najpierw npm run build.');
          return 1;
        }
        const page = emergencyFile({ ways, vendor: firstSettings.vendor, language }, publicUrl, script);
        return writePageCommand(terminal, fromCaller(out), page);
      }),
    );
}
