import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import { dayInWarsaw } from '../../browser/warsaw.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { Queue } from '../../src/contract/desk/read-queue.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import { DEBTS, type Debt, nextDue, nextPromise, owedToday } from '../models/today.ts';
import { dayInWords } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { Icon, type IconName } from './icons.tsx';
import { TimeLeftText } from './TimeLeftText.tsx';

const SIGNS: Record<Debt, IconName> = { late: 'warn', promised: 'clock', waiting: 'person', outages: 'warn' };

/** The desk while no ticket is open: what its agent owes today, or, when that is done, what comes next. */
export function Home({ model }: { model: DeskModel }): JSX.Element | null {
  const w = words.value.home;
  const read = useSignal<{ mine: Queue; nobodys: Queue } | null>(null);
  const { readAt } = model.lists;
  // Whenever the list was read anew, and so it changes with it.
  useEffect(() => {
    if (readAt.value === '') return;
    let isWanted = true;
    void Promise.all([model.readQueueOf('me'), model.readQueueOf('none')]).then(([mine, nobodys]) => {
      if (isWanted && mine && nobodys) read.value = { mine, nobodys };
    });
    return () => {
      isWanted = false;
    };
  }, [readAt.value]);
  if (!read.value) return null;
  const { mine, nobodys } = read.value;
  const now = model.now.value;
  const today = owedToday(mine, nobodys, now);
  const all = DEBTS.flatMap((debt) => today[debt]);
  const [first] = all;
  if (!first) return <Done promise={nextPromise(mine)} due={nextDue(nobodys)} now={now} />;
  return (
    <div class="home">
      <div class="home-head">
        <h2>{w.title}</h2>
        <span class="muted">{dayInWords(dayInWarsaw(now), words.value.locale)}</span>
      </div>
      <p class="muted">{w.sum(all.length - today.outages.length, today.outages.length)}</p>
      {DEBTS.map((debt) => today[debt].length > 0 && <Group key={debt} debt={debt} rows={today[debt]} now={now} />)}
      <a class="primary-link" href={routeAddress({ number: first.number })}>
        {w.first}
      </a>
    </div>
  );
}

function Group({ debt, rows, now }: { debt: Debt; rows: readonly QueueRow[]; now: number }): JSX.Element {
  const id = `home-${debt}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} class={`with-icon ${debt === 'late' || debt === 'outages' ? 'urgent' : ''}`}>
        <Icon of={SIGNS[debt]} />
        {words.value.home.debts[debt]} <span class="count">{rows.length}</span>
      </h3>
      <ul class="debts">
        {rows.map((row) => (
          <li key={row.number}>
            <DebtRow row={row} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DebtRow({ row, now }: { row: QueueRow; now: number }): JSX.Element {
  const w = words.value;
  const [fact] = row.isOutage ? row.facts : [];
  return (
    <a href={routeAddress({ number: row.number })}>
      <span class={row.unseen > 0 ? 'debt-subject fresh' : 'debt-subject'}>{row.subject}</span>
      <span class="debt-facts">
        <span>{row.number}</span>
        <span class={fact ? 'urgent' : undefined}>{fact ? label(w.factsShort, fact) : label(w.topics, row.topic)}</span>
        <span class="muted">{row.shop.name}</span>
        <TimeLeftText ticket={row} now={now} />
      </span>
    </a>
  );
}

/** The calm end of the day's work: what comes next, and that it comes by itself. */
function Done({ promise, due, now }: { promise: QueueRow | null; due: QueueRow | null; now: number }): JSX.Element {
  const w = words.value.home;
  const next = [
    ['clock', w.nextPromise, promise],
    ['person', w.nextDue, due],
  ] as const;
  return (
    <div class="home done">
      <span class="done-sign">
        <Icon of="check" />
      </span>
      <h2>{w.nothing}</h2>
      <p class="muted">{w.nothingMore}</p>
      <ul>
        {next.map(
          ([sign, name, row]) =>
            row && (
              <li key={name}>
                <span class="with-icon">
                  <Icon of={sign} />
                  {name}
                </span>
                <a href={routeAddress({ number: row.number })}>{row.shop.name}</a>
                <TimeLeftText ticket={row} now={now} />
              </li>
            ),
        )}
      </ul>
      <p class="muted">{w.selfRefreshing}</p>
    </div>
  );
}
