import { randomBytes, randomUUID } from 'node:crypto';
import { replyAsAgent } from '../src/channels/agent.ts';
import { openPanelTicket } from '../src/channels/panel.ts';
import type { OpenTicketRequest } from '../src/contract/tickets/open-ticket-request.ts';
import { isPrivateAddress } from '../src/policy/shop-address.ts';
import { dayInWarsaw } from '../src/policy/warsaw.ts';
import { importShops } from '../src/shops/import-shops.ts';
import type { ShopRecord } from '../src/shops/shop-record.ts';
import { toInstantText } from '../src/store/instants.ts';
import { putMailAddress } from '../src/store/mail-addresses.ts';
import type { Store } from '../src/store/open.ts';
import { updateAnswered } from '../src/store/senders.ts';
import { listShops } from '../src/store/shops.ts';
import { countTickets } from '../src/store/tickets.ts';
import { snoozeTicket } from '../src/tickets/change-ticket.ts';
import { announceVersion } from '../src/vendor-settings/announce-version.ts';

/** Days of support left when the demo starts, so that each panel shows another state of the status line. */
const DAYS_LEFT = { zuraw: 112, rowery: 4, smaki: 163 };

/** The registry of the demo: the three panels' shops, at the addresses where this process serves them. */
export function demoShops(port: number, today: Temporal.PlainDate): ShopRecord[] {
  const purchased = (months: number, daysLeft: number) =>
    today
      .add({ days: daysLeft - 1 })
      .subtract({ months })
      .toString();
  const shop = (name: string, path: string, panelUrls: string[] = []) => ({
    installUrl: new URL(path, `http://${name}.localhost:${port}`).href.replace(/\/$/, ''),
    panelUrls,
  });
  return [
    {
      ...bought,
      ...shop('zuraw', '/', [`http://panel.zuraw.localhost:${port}`]),
      supportNumber: '7KcWt9Ru',
      edition: 'PREMIUM',
      supportMonths: 6,
      purchasedOn: purchased(6, DAYS_LEFT.zuraw),
      shopName: 'Księgarnia Żuraw',
      contactEmail: 'biuro@ksiegarnia-zuraw.pl',
      shopVersion: '10.4.2',
    },
    {
      ...bought,
      ...shop('rowery', '/sklep'),
      supportNumber: '4fMqZ8xB',
      edition: 'STANDARD',
      supportMonths: 3,
      purchasedOn: purchased(3, DAYS_LEFT.rowery),
      shopName: 'Rowery Koło',
      contactEmail: 'sklep@rowery-kolo.pl',
      shopVersion: '6.1.8',
    },
    {
      ...bought,
      ...shop('smaki', '/'),
      supportNumber: 'Hh2PvN6s',
      edition: 'PREMIUM',
      supportMonths: 6,
      purchasedOn: purchased(6, DAYS_LEFT.smaki),
      shopName: 'Źródło Smaków',
      contactEmail: 'zamowienia@zrodlo-smakow.pl',
      shopVersion: '8.9.0',
    },
  ];
}

const bought = { boughtDirectly: true, licenceState: 'valid' } as const;

/** Shops of the registry without a panel here: what the desk shows of terms, of a seller, and of a purchase to come. */
export function shopsWithoutPanel(port: number, today: Temporal.PlainDate): ShopRecord[] {
  const shop = (name: string) => ({ installUrl: `http://${name}.localhost:${port}`, panelUrls: [] });
  return [
    {
      ...bought,
      ...shop('sosna'),
      supportNumber: 'Sn4Kd8Lp',
      edition: 'PREMIUM',
      supportMonths: 6,
      purchasedOn: today.subtract({ months: 2 }).toString(),
      shopName: 'Sosna Meble',
      contactEmail: 'biuro@sosna-meble.pl',
      shopVersion: '10.5.0',
      installedOn: today.subtract({ months: 2 }).add({ days: 3 }).toString(),
      individualTerms: 'Szablon według projektu z umowy: kolory, logo i karta produktu, jedna runda poprawek.',
      purchaseAccount: 'zakupy@sosna-meble.pl',
      note: 'Dzwonić po 10.00, prosić pana Jana.',
    },
    {
      ...bought,
      ...shop('tulipan'),
      boughtDirectly: false,
      supportNumber: 'Tp7Wz2Qc',
      edition: 'PREMIUM',
      supportMonths: 6,
      purchasedOn: today.subtract({ months: 1 }).toString(),
      shopName: 'Tulipan Kwiaty',
      contactEmail: 'kontakt@tulipan-kwiaty.pl',
      shopVersion: '10.4.2',
      seller: 'Sklepy Internetowe Nowak',
    },
    {
      ...bought,
      ...shop('wanilia'),
      supportNumber: 'Wn9Ra3Hf',
      edition: 'STANDARD',
      supportMonths: 3,
      purchasedOn: today.add({ days: 7 }).toString(),
      shopName: 'Wanilia Cukiernia',
      contactEmail: 'zamowienia@wanilia-cukiernia.pl',
      shopVersion: null,
    },
  ];
}

interface DemoTicket extends Pick<OpenTicketRequest, 'topic' | 'subject' | 'description' | 'outage'> {
  hoursAgo: number;
  shop: ShopRecord | undefined;
  fromPanel: boolean;
  answer?: {
    hoursAgo: number;
    author: string;
    text: string;
    /** in how many hours from now we write again, as the answer says; below 0 that time is over */
    writesAgainIn?: number;
  };
  /** how many hours ago it came back from being put off, right after the answer */
  backHoursAgo?: number;
}

/** A few tickets that came before the visitor: how long ago, from which shop, and whether from its panel. */
function demoTickets([zuraw, rowery, smaki]: ShopRecord[]): DemoTicket[] {
  return [
    {
      hoursAgo: 62,
      shop: smaki,
      fromPanel: false,
      topic: 'running',
      subject: 'Klienci nie dostają maili z potwierdzeniem',
      description:
        'Test wysyłki w panelu pokazuje „wysłano”, ale na Gmailu nic nie ma, nawet w spamie. Na o2 dochodzi.',
    },
    {
      hoursAgo: 44,
      shop: zuraw,
      fromPanel: true,
      topic: 'configuration',
      subject: 'Kolejność kategorii w menu',
      description: 'Nowe kategorie pojawiają się na końcu menu. Jak ustawić je alfabetycznie?',
      answer: {
        hoursAgo: 19,
        author: 'Marek',
        text:
          'Dzień dobry, w edycji kategorii jest pole „Kolejność”: przy równych wartościach sklep sortuje alfabetycznie, ' +
          'więc wystarczy wpisać wszędzie 0. Czy o to chodziło?',
      },
    },
    {
      hoursAgo: 20,
      shop: zuraw,
      fromPanel: false,
      topic: 'N8',
      subject: 'Plik CSV z hurtowni',
      description: 'Import 14 tys. pozycji staje na 3217. Sprawdzicie, co jest nie tak w pliku?',
    },
    {
      hoursAgo: 5,
      shop: rowery,
      fromPanel: true,
      topic: 'configuration',
      subject: 'Darmowa dostawa od 200 zł',
      description: 'Gdzie ustawić, żeby próg liczył się tylko dla paczkomatów, a nie dla kuriera za pobraniem?',
    },
    {
      hoursAgo: 1,
      shop: smaki,
      fromPanel: true,
      topic: 'outage',
      subject: 'Nie można złożyć zamówienia',
      description:
        'Po kliknięciu „Potwierdzam zakup” strona wraca do koszyka bez komunikatu. Dotyczy wszystkich płatności.',
      outage: { facts: ['orders-blocked'] },
    },
    {
      hoursAgo: 54,
      shop: smaki,
      fromPanel: true,
      topic: 'configuration',
      subject: 'Kurier InPost liczy przesyłkę podwójnie',
      description: 'Przy dwóch paczkach cena wysyłki jest czterokrotna. Widać to od wczoraj.',
      answer: {
        hoursAgo: 30,
        author: 'Marek',
        text: 'Dzień dobry, powtórzyliśmy to u siebie. Sprawdzamy w kodzie i wrócimy z odpowiedzią.',
        writesAgainIn: -2,
      },
    },
    {
      hoursAgo: 28,
      shop: zuraw,
      fromPanel: true,
      topic: 'configuration',
      subject: 'Dwie stawki VAT na jednym produkcie',
      description: 'Zestaw książka z płytą ma dwie stawki. Czy da się to ustawić bez dwóch pozycji w koszyku?',
      answer: {
        hoursAgo: 3,
        author: 'Ola',
        text: 'Dzień dobry, pytamy programistów, jak to zapisze faktura. Odpiszemy dzisiaj.',
        writesAgainIn: 2,
      },
    },
    {
      hoursAgo: 75,
      shop: rowery,
      fromPanel: true,
      topic: 'running',
      subject: 'Numeracja faktur po Nowym Roku',
      description: 'Czy licznik faktur sam zacznie od 1, czy trzeba go przestawić?',
      answer: {
        hoursAgo: 50,
        author: 'Ola',
        text: 'Dzień dobry, licznik przestawi się sam, jeśli w ustawieniach faktur jest „numeruj od nowa co rok”.',
      },
      backHoursAgo: 1,
    },
  ];
}

/** The address of whoever tries the demo: a usual one of each shop, so that a visitor may write as often as an owner. */
const HERE = '127.0.0.1';

/** Brings the demo's shops up to date with today and this port; adds its tickets once. Refuses a database of real shops. */
export async function seedDemo(store: Store, hashKey: Uint8Array, port: number, now: Temporal.Instant): Promise<void> {
  const real = (await listShops(store)).find(({ shop }) => !isPrivateAddress(shop.install_url));
  if (real) {
    throw new Error(
      `This database holds real shops (${real.shop.shop_name}); give the demo one of its own by DATABASE_URL`,
    );
  }
  const shops = demoShops(port, dayInWarsaw(now));
  await importMoved(store, [...shops, ...shopsWithoutPanel(port, dayInWarsaw(now))], port, now);
  for (const { contactEmail } of shops) await noteKnown(store, contactEmail, now);
  if ((await countTickets(store)) > 0) return;
  await announceVersion(store, '10.5.0', now);
  for (const ticket of demoTickets(shops)) await writeTicket({ store, hashKey }, ticket, now);
}

/** The shops' contacts opened a link of ours before: a stranger would have got the one letter of today with a ticket from above. */
async function noteKnown(store: Store, contactEmail: string, now: Temporal.Instant): Promise<void> {
  await putMailAddress(store, {
    address: contactEmail.toLowerCase(),
    wrote_at: toInstantText(now.subtract({ hours: 24 * 7 })),
  });
}

/** Imports the shops. One of them was elsewhere before, so that its former address shows at the desk. */
async function importMoved(
  store: Store,
  [first, ...others]: readonly ShopRecord[],
  port: number,
  now: Temporal.Instant,
): Promise<void> {
  if (!first) return;
  const isNew = (await listShops(store)).length === 0;
  const before = { ...first, installUrl: `http://stary-zuraw.localhost:${port}` };
  if (isNew) await importShops(store, [before, ...others], now.subtract({ hours: 24 * 90 }));
  await importShops(store, [first, ...others], now);
}

async function writeTicket(
  { store, hashKey }: { store: Store; hashKey: Uint8Array },
  { hoursAgo, shop, fromPanel, answer, backHoursAgo, ...written }: DemoTicket,
  now: Temporal.Instant,
): Promise<void> {
  if (!shop) return;
  const { supportNumber, installUrl, contactEmail } = shop;
  const at = (hours: number) => ({ store, hashKey, now: () => now.subtract({ hours }) });
  const request: OpenTicketRequest = {
    ...written,
    supportNumber,
    installUrl,
    contact: { email: contactEmail },
    ticketToken: randomBytes(32).toString('base64url'),
  };
  const opened = await openPanelTicket(at(hoursAgo), {
    request,
    idempotencyKey: randomUUID(),
    origin: fromPanel ? new URL(installUrl).origin : null,
    caller: { kind: 'nobody' },
    language: 'pl',
    address: { address: HERE, key: HERE },
  });
  if (opened.outcome === 'refused') return;
  await updateAnswered(store, opened.number, toInstantText(now));
  if (!answer) return;
  const action = { number: opened.number, actor: 'operator', author: answer.author };
  const { text, writesAgainIn } = answer;
  const next =
    writesAgainIn === undefined
      ? ({ status: 'waiting-for-customer' } as const)
      : ({ status: 'in-progress', followUpAt: now.add({ hours: writesAgainIn }).toString() } as const);
  await replyAsAgent(at(answer.hoursAgo), action, randomUUID(), { text, seenMessages: 1, ...next });
  if (backHoursAgo === undefined) return;
  await snoozeTicket(at(answer.hoursAgo), action, now.subtract({ hours: backHoursAgo }));
}
