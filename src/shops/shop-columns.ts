import { MORE_COLUMNS, SHOP_COLUMNS } from './read-shops-csv.ts';

/** What each column of the registry's file holds, in Polish, for the operator who makes one. */
const COLUMNS: Record<(typeof SHOP_COLUMNS)[number] | (typeof MORE_COLUMNS)[number], string> = {
  supportNumber: 'numer pomocy sklepu, 4–32 litery, cyfry i „-”; po nim rozpoznajemy wiersz',
  installUrl: 'adres, pod którym jest sklep; inny niż dotąd przenosi sklep, a dawny liczy się jeszcze 12 miesięcy',
  edition: 'wersja programu, np. STANDARD albo PREMIUM; w STANDARD instalacja nie jest objęta (C1)',
  purchasedOn: 'dzień zakupu licencji, RRRR-MM-DD; od niego liczy się pomoc (R2), dzień przyszły – dopiero od niego',
  supportMonths: 'liczba miesięcy pomocy z licencją, 1–120, zwykle 3 albo 6',
  boughtDirectly: 'true, jeśli licencję kupiono u nas, false, jeśli u innego sprzedawcy (R3)',
  licenceState: 'valid albo breached: złamana licencja wstrzymuje tylko aktualizacje (C3)',
  shopName: 'nazwa sklepu, do wyświetlania',
  contactEmail: 'e-mail, który mamy przy licencji',
  shopVersion: 'zainstalowana wersja, np. 10.4.2; puste, gdy nie wiadomo',
  panelUrls: 'adresy samego panelu, rozdzielone spacjami; dodawane do tych, które sklep już ma',
  installedOn: 'dzień, w którym wykonaliśmy instalację, RRRR-MM-DD; następna to zasada N6',
  individualTerms: 'warunki uzgodnione przed zakupem; znoszą zasadę N5, treść widzą tylko agenci',
  purchaseAccount: 'konto, z którego kupiono program i na którym są aktualizacje (C3); widzą je tylko agenci',
  seller: 'kto sprzedał licencję, jeśli nie my (R3)',
  note: 'notatka dla agentów',
};

/** Every column by its name, for the help of the command. */
export function columnsInWords(): string {
  const line = (column: keyof typeof COLUMNS) => `  ${column.padEnd(16)} ${COLUMNS[column]}`;
  return [
    'Kolumny, które plik musi mieć:',
    ...SHOP_COLUMNS.map(line),
    'Kolumny, które może mieć (brak kolumny albo puste pole niczego nie zmienia):',
    ...MORE_COLUMNS.map(line),
  ].join('\n');
}
