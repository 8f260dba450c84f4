import type { home as Words } from '../pl/home.ts';
import { counted } from './grammar.ts';

/** In English: what an agent owes today. */
export const home: typeof Words = {
  title: 'Mine for today',
  debts: {
    late: 'Late',
    promised: 'Promised for today',
    waiting: 'Mine, the customer waits',
    outages: 'Outages without a holder',
  },
  sum: (mine, outages) =>
    [
      mine > 0 ? `${counted(mine, 'ticket')} of yours` : '',
      outages > 0 ? `${counted(outages, 'outage')} without a holder` : '',
    ]
      .filter(Boolean)
      .join(', '),
  first: 'Begin with the first',
  nothing: 'All answered for today',
  nothingMore: 'Nobody waits for you past the time, and no promise of yours is for today.',
  nextPromise: 'Your next promise',
  nextDue: 'The next time without a holder',
  selfRefreshing: 'A new outage makes itself known. The figures refresh by themselves.',
};
