import { type Command, Option } from 'commander';
import { addNoticeCommand, endNoticeCommand, listNoticesCommand, type NoticeOptions } from '../commands/notices.ts';
import { NOTICE_KINDS } from '../contract/lists.ts';
import { moment, version, wholeNumber } from './argument-types.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc notices …` */
export function defineNotices(pomoc: Command): void {
  const notices = pomoc.command('notices').description('komunikaty, które sklepy widzą w panelu nad formularzem');
  notices
    .command('add')
    .description('dodaje komunikat dla wszystkich sklepów albo dla wybranych wersji')
    .addOption(
      new Option('--kind <rodzaj>', 'awaria, ostrzeżenie czy nowa wersja').choices(NOTICE_KINDS).makeOptionMandatory(),
    )
    .requiredOption('--title <tytuł>', 'jeden wiersz')
    .requiredOption('--text <treść>', 'co się dzieje i co zrobić')
    .option('--title-en <tytuł>', 'to samo po angielsku')
    .option('--text-en <treść>', 'to samo po angielsku')
    .option('--since <chwila>', 'od kiedy, czas polski (domyślnie od teraz)', moment)
    .option('--until <chwila>', 'do kiedy (domyślnie do odwołania)', moment)
    .option('--from <wersja>', 'od której wersji sklepu, włącznie', version)
    .option('--to <wersja>', 'do której wersji sklepu, włącznie', version)
    .action((options: NoticeOptions) => withStore((store) => addNoticeCommand(store, terminal, options)));
  notices
    .command('list')
    .description('wypisuje wszystkie')
    .action(() => withStore((store) => listNoticesCommand(store, terminal)));
  notices
    .command('end')
    .description('kończy komunikat od zaraz')
    .argument('<numer>', 'z listy', wholeNumber(1, 1_000_000_000))
    .action((id: number) => withStore((store) => endNoticeCommand(store, terminal, id)));
}
