import { Argument, type Command, Option } from 'commander';
import { addPackageCommand } from '../commands/add-package.ts';
import { announceVersionCommand } from '../commands/announce-version.ts';
import { endShopSessionsCommand } from '../commands/end-shop-sessions.ts';
import { importShopsCommand } from '../commands/import-shops.ts';
import { listShopsCommand } from '../commands/list-shops.ts';
import { type AddressChange, shopAddressesCommand } from '../commands/shop-addresses.ts';
import { listShopSecretsCommand, makeShopSecretCommand, revokeShopSecretCommand } from '../commands/shop-secret.ts';
import { shopSignatureCommand } from '../commands/shop-signature.ts';
import { SIGNATURES, type Signature } from '../contract/lists.ts';
import { columnsInWords } from '../shops/shop-columns.ts';
import { day, version, wholeNumber } from './argument-types.ts';
import { secretKeys } from './define-secrets.ts';
import { fromCaller, terminal, withStore } from './operator.ts';

/** `pomoc shops …`, `pomoc packages …`, `pomoc versions …` */
export function defineRegistry(pomoc: Command): void {
  const shops = pomoc.command('shops').description('rejestr sklepów');
  shops
    .command('import')
    .description('wczytuje plik CSV z licencjami: wszystkie wiersze albo żaden')
    .argument('<plik>')
    .option('--dry-run', 'nic nie zapisuje: pokazuje, co jest nowe, co się zmienia pole po polu i czego brakuje')
    .option('--end-vanished', 'kończy sklepy, których nie ma w pliku; bez tego zostają')
    .option('--demo', 'przyjmuje też adresy localhost, IP i .local')
    .addHelpText('after', `\n${columnsInWords()}\n\nPrzykład: README.md, „Run it for real”.`)
    .action((file: string, options) =>
      withStore((store) => importShopsCommand(store, terminal, fromCaller(file), options)),
    );
  shops
    .command('list')
    .description('wypisuje sklepy i stan ich pomocy')
    .action(() => withStore((store) => listShopsCommand(store, terminal).then(() => 0)));
  shops
    .command('addresses')
    .description('wypisuje adresy sklepu, dodaje albo kończy adres panelu, przenosi sklep')
    .argument('<numer>')
    .addOption(new Option('--add <url>', 'dodaje adres, pod którym jest panel sklepu').conflicts(['move', 'end']))
    .addOption(
      new Option('--move <url>', 'sklep jest teraz tam; dawny adres liczy się jeszcze 12 miesięcy').conflicts('end'),
    )
    .option('--end <url>', 'kończy adres panelu albo dawny adres')
    .action((supportNumber: string, options: AddressChange) =>
      withStore((store) => shopAddressesCommand(store, terminal, supportNumber, options)),
    );
  shops
    .command('signature')
    .description('czy zgłoszenia sklepu wymagają podpisu jego panelu')
    .argument('<numer>')
    .addArgument(new Argument('<podpis>').choices(SIGNATURES))
    .action((supportNumber: string, signature: Signature) =>
      withStore((store) => shopSignatureCommand(store, terminal, supportNumber, signature)),
    );
  shops
    .command('secret')
    .description('tworzy sekret, którym panel sklepu podpisuje, kim jest')
    .argument('<numer>')
    .addOption(new Option('--list', 'tylko wypisuje sekrety sklepu (bez ich treści)').conflicts('revoke'))
    .option('--revoke <kid>', 'unieważnia sekret i zamyka otwarte nim sesje')
    .action((supportNumber: string, options: { list?: true; revoke?: string }) =>
      withStore(async (store) => {
        if (options.list) return listShopSecretsCommand(store, terminal, supportNumber);
        if (options.revoke) return revokeShopSecretCommand(store, terminal, supportNumber, options.revoke);
        const keys = secretKeys();
        return keys ? makeShopSecretCommand(store, terminal, keys, supportNumber) : 1;
      }),
    );

  shops
    .command('end-sessions')
    .description('kończy wszystkie sesje sklepu')
    .argument('<numer>')
    .action((supportNumber: string) => withStore((store) => endShopSessionsCommand(store, terminal, supportNumber)));

  pomoc
    .command('packages')
    .description('pakiety przedłużające pomoc')
    .command('add')
    .description('dodaje pakiet do sklepu o podanym numerze pomocy')
    .argument('<numer>')
    .requiredOption('--months <liczba>', 'liczba miesięcy', wholeNumber(1, 120))
    .option('--purchased-on <data>', 'dzień zakupu (domyślnie dziś)', day)
    .action((supportNumber: string, options: { months: number; purchasedOn?: Temporal.PlainDate }) =>
      withStore((store) => addPackageCommand(store, terminal, { supportNumber, ...options })),
    );

  pomoc
    .command('versions')
    .description('wersje programu shopGold')
    .command('current')
    .description('ustawia bieżącą wersję')
    .argument('<wersja>', 'np. 10.4.2', version)
    .action((current: string) => withStore((store) => announceVersionCommand(store, terminal, current)));
}
