import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { type AnswerOptions, answerTicketCommand } from './commands/answer-ticket.ts';
import { importShopsCommand } from './commands/import-shops.ts';
import { listShopsCommand } from './commands/list-shops.ts';
import { moveTicketCommand } from './commands/move-ticket.ts';
import { printQueueCommand } from './commands/print-queue.ts';
import { showTicketCommand } from './commands/show-ticket.ts';
import type { Terminal } from './commands/terminal.ts';
import { TICKET_STATUSES, type TicketStatus } from './contract/ticket-status.ts';
import { ANSWER_STATUSES } from './policy/thread.ts';
import { VERSION } from './policy/version.ts';
import { dayInWarsaw } from './policy/warsaw.ts';
import { addPackage } from './registry/add-package.ts';
import { announceVersion } from './registry/announce-version.ts';
import { isDay } from './registry/read-shops-csv.ts';
import { readDatabaseUrl } from './settings.ts';
import { openStore, type Store } from './store/open.ts';
import { revokeToken } from './tickets/revoke-token.ts';

/** The operator's commands. They write beside the running service: the store takes turns. */

const terminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
  now: Temporal.Now.instant(),
};

async function withStore(work: (store: Store) => Promise<number | undefined>): Promise<void> {
  const store = await openStore(readDatabaseUrl(process.env));
  try {
    process.exitCode = (await work(store)) ?? 0;
  } finally {
    await store.destroy();
  }
}

/** `npm run` changes the folder; the operator's path is meant from where he stood. */
function fromCaller(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Oczekiwana liczba od ${least} do ${most}.`);
    }
    return value;
  };
}

function day(text: string): Temporal.PlainDate {
  if (!isDay(text)) throw new InvalidArgumentError('Oczekiwana data RRRR-MM-DD.');
  return Temporal.PlainDate.from(text);
}

function version(text: string): string {
  if (!VERSION.test(text)) throw new InvalidArgumentError('Oczekiwana wersja, np. 10.4.2.');
  return text;
}

const pomoc = new Command('pomoc').description('Polecenia operatora Pomocy online');

const shops = pomoc.command('shops').description('rejestr sklepów');
shops
  .command('import')
  .description('wczytuje plik CSV z licencjami: wszystkie wiersze albo żaden')
  .argument('<plik>')
  .option('--demo', 'przyjmuje też adresy localhost, IP i .local')
  .action((file: string, options) =>
    withStore((store) => importShopsCommand(store, terminal, fromCaller(file), options)),
  );
shops
  .command('list')
  .description('wypisuje sklepy i stan ich pomocy')
  .action(() => withStore((store) => listShopsCommand(store, terminal).then(() => 0)));

pomoc
  .command('packages')
  .description('pakiety przedłużające pomoc')
  .command('add')
  .description('dodaje pakiet do sklepu o podanym numerze pomocy')
  .argument('<numer>')
  .requiredOption('--months <liczba>', 'liczba miesięcy', wholeNumber(1, 120))
  .option('--purchased-on <data>', 'dzień zakupu (domyślnie dziś)', day)
  .action((supportNumber: string, options: { months: number; purchasedOn?: Temporal.PlainDate }) =>
    withStore(async (store) => {
      const today = dayInWarsaw(terminal.now);
      const purchasedOn = options.purchasedOn ?? today;
      if (Temporal.PlainDate.compare(purchasedOn, today) > 0) {
        terminal.printError(`Dzień zakupu ${purchasedOn} jeszcze nie nadszedł.`);
        return 1;
      }
      if (await addPackage(store, { supportNumber, months: options.months, purchasedOn }, terminal.now)) {
        terminal.print(`Dodano pakiet do sklepu ${supportNumber}.`);
        return 0;
      }
      terminal.printError(`Nie ma sklepu o numerze ${supportNumber}.`);
      return 1;
    }),
  );

pomoc
  .command('versions')
  .description('wersje programu shopGold')
  .command('current')
  .description('ustawia bieżącą wersję')
  .argument('<wersja>', 'np. 10.4.2', version)
  .action((current: string) =>
    withStore(async (store) => {
      await announceVersion(store, current, terminal.now);
      terminal.print(`Bieżąca wersja: ${current}`);
      return 0;
    }),
  );

pomoc
  .command('queue')
  .description('wypisuje zgłoszenia w kolejności, w jakiej na nie odpowiadać')
  .option('--limit <liczba>', 'najwięcej zgłoszeń w części', wholeNumber(1, 10_000), 50)
  .action((options: { limit: number }) =>
    withStore((store) => printQueueCommand(store, terminal, options).then(() => 0)),
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
    new Option('--status <stan>', 'stan po odpowiedzi').choices(ANSWER_STATUSES).default('waiting-for-customer'),
  )
  .option('--note', 'notatka wewnętrzna zamiast odpowiedzi: klient jej nie zobaczy')
  .action(async (number: string, { text, ...options }: AnswerOptions & { text?: string }) => {
    const written = text ?? (await readAll(process.stdin));
    await withStore((store) => answerTicketCommand(store, terminal, number, written, options));
  });

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
  .action((number: string) =>
    withStore(async (store) => {
      const action = { number, actor: 'operator', author: null };
      const found = await revokeToken({ store, now: () => terminal.now }, action);
      if (found) terminal.print(`Klucz zgłoszenia ${number} już nic nie otwiera.`);
      else terminal.printError(`Nie ma zgłoszenia ${number}.`);
      return found ? 0 : 1;
    }),
  );

pomoc.parseAsync().catch((error: unknown) => {
  terminal.printError(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
