import type { Language, Topic } from '../contract/lists.ts';
import { type Notes, tidy } from './scope-words.ts';

/** What stands under a topic where it is chosen; what is outside support has its rule there. */
const EXAMPLES: Partial<Record<Topic, Notes>> = {
  configuration: { pl: 'np. dostawa, płatności, rabaty', en: 'e.g. delivery, payments, discounts' },
  running: { pl: 'np. zamówienia, produkty, raporty', en: 'e.g. orders, products, reports' },
  outage: { pl: 'np. klienci nie mogą złożyć zamówienia', en: 'e.g. customers cannot place orders' },
  installation: {
    pl: 'np. wymagania serwera, pierwsze uruchomienie',
    en: 'e.g. what the server needs, the first start',
  },
  updates: { pl: 'np. skąd pobrać nową wersję', en: 'e.g. where to download a new version' },
  security: { pl: 'np. ktoś widzi cudze dane', en: 'e.g. somebody sees another’s data' },
  renewal: { pl: 'np. cena i termin kolejnego pakietu', en: 'e.g. price and dates of the next package' },
};

/** What a topic is about for instance, in the language asked for; undefined where its name says it all. */
export function exampleOf(topic: Topic, language: Language): string | undefined {
  const example = EXAMPLES[topic]?.[language];
  return example && tidy(example);
}
