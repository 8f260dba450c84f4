import type { Debt } from '../../models/today.ts';
import { form } from './grammar.ts';

/** In Polish: what an agent owes today. */
export const home = {
  title: 'Moje na dziś',
  debts: {
    late: 'Po terminie',
    promised: 'Obiecane na dziś',
    waiting: 'Moje, czeka klient',
    outages: 'Awarie bez opiekuna',
  } satisfies Record<Debt, string>,
  sum: (mine: number, outages: number) =>
    [
      mine > 0 ? `${mine}\u00a0${form(mine, 'Twoja sprawa', 'Twoje sprawy', 'Twoich spraw')}` : '',
      outages > 0
        ? `${outages}\u00a0${form(outages, 'awaria bez opiekuna', 'awarie bez opiekuna', 'awarii bez opiekuna')}`
        : '',
    ]
      .filter(Boolean)
      .join(', '),
  first: 'Zacznij od pierwszej',
  nothing: 'Na dziś wszystko odpisane',
  nothingMore: 'Nikt nie czeka na Ciebie po terminie i\u00a0żadna Twoja obietnica nie jest na dziś.',
  nextPromise: 'Najbliższa Twoja obietnica',
  nextDue: 'Najbliższy termin bez opiekuna',
  selfRefreshing: 'Nowa awaria odezwie się sama. Liczby same się odświeżają.',
};
