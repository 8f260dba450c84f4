import { text as readAll } from 'node:stream/consumers';
import { Argument, type Command, Option } from 'commander';
import { moveTicketCommand } from '../commands/move-ticket.ts';
import { printQueueCommand } from '../commands/print-queue.ts';
import { type ReplyOptions, replyToTicketCommand } from '../commands/reply-to-ticket.ts';
import { revokeTokenCommand } from '../commands/revoke-token.ts';
import { saveFileCommand } from '../commands/save-file.ts';
import { showTicketCommand } from '../commands/show-ticket.ts';
import { REPLY_STATUSES, TICKET_STATUSES, type TicketStatus } from '../contract/lists.ts';
import { readFirstSettings } from '../settings.ts';
import { wholeNumber } from './argument-types.ts';
import { fromCaller, terminal, withStore } from './operator.ts';

/** `pomoc queue`, and what can be done with one ticket. */
export function defineTickets(pomoc: Command): void {
  pomoc
    .command('queue')
    .description('wypisuje zgłoszenia w kolejności, w jakiej na nie odpowiadać')
    .option('--limit <liczba>', 'najwięcej zgłoszeń w części', wholeNumber(1, 10_000), 50)
    .action((options: { limit: number }) =>
      withStore((store) => printQueueCommand(store, terminal, readFirstSettings(process.env), options).then(() => 0)),
    );

  pomoc
    .command('show')
    .description('wypisuje zgłoszenie z całą rozmową i notatkami')
    .argument('<numer>')
    .action((number: string) => withStore((store) => showTicketCommand(store, terminal, number)));

  pomoc
    .command('answer')
    .description('odpowiada na zgłoszenie; treść z --text albo ze standardowego wejścia')
    .argument('<numer>')
    .option('--text <treść>', 'treść odpowiedzi')
    .option('--author <imię>', 'podpis, który zobaczy klient')
    .addOption(
      new Option('--status <stan>', 'stan po odpowiedzi').choices(REPLY_STATUSES).default('waiting-for-customer'),
    )
    .option('--note', 'notatka wewnętrzna zamiast odpowiedzi: klient jej nie zobaczy')
    .action(async (number: string, { text, ...options }: ReplyOptions & { text?: string }) => {
      const written = text ?? (await readAll(process.stdin));
      await withStore((store) => replyToTicketCommand(store, terminal, number, written, options));
    });

  pomoc
    .command('file')
    .description('zapisuje plik klienta na dysku; identyfikator podaje show')
    .argument('<identyfikator>')
    .requiredOption('--out <plik>', 'gdzie zapisać; istniejącego pliku nie nadpisuje')
    .action((id: string, options: { out: string }) =>
      withStore((store) => saveFileCommand(store, terminal, id, fromCaller(options.out))),
    );

  pomoc
    .command('status')
    .description('zmienia stan zgłoszenia bez odpowiedzi')
    .argument('<numer>')
    .addArgument(new Argument('<stan>').choices(TICKET_STATUSES))
    .action((number: string, status: TicketStatus) =>
      withStore((store) => moveTicketCommand(store, terminal, number, status)),
    );

  pomoc
    .command('revoke-token')
    .description('odbiera moc kluczowi zgłoszenia, gdy trafił w niepowołane ręce')
    .argument('<numer>')
    .action((number: string) => withStore((store) => revokeTokenCommand(store, terminal, number)));
}
