import type { ComponentChildren, JSX } from 'preact';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import { words } from '../../words/words.ts';
import { Change } from './Change.tsx';
import { number, percent } from './figures.ts';

/** The four main figures, each with its change. */
export function Summary({ report }: { report: Report }): JSX.Element {
  const w = words.value.reports;
  const { locale } = words.value;
  const { received, notCovered, answers } = report;
  const { now, before } = answers.total;
  const share = (value: number | null) => (value === null ? w.none : percent(value, locale));
  return (
    <dl class="summary" aria-label={w.summary}>
      <Figure name={w.tickets} value={number(received.total.count, locale)}>
        <Change now={received.total.count} before={received.total.before} />
      </Figure>
      <Figure name={w.median} value={now.medianMinutes === null ? w.none : w.duration(now.medianMinutes)}>
        <Change now={now.medianMinutes} before={before.medianMinutes} of="minutes" />
      </Figure>
      <Figure name={w.kept} value={share(now.keptPercent)}>
        {now.kept + now.broken > 0 && (
          <span class="muted">{w.keptOf(number(now.kept, locale), number(now.kept + now.broken, locale))}</span>
        )}
        <Change now={now.keptPercent} before={before.keptPercent} of="percent" />
      </Figure>
      <Figure name={w.outside} value={share(notCovered.percent)}>
        <Change now={notCovered.percent} before={notCovered.percentBefore} of="percent" />
      </Figure>
    </dl>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="panel">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {children}
      </dd>
    </div>
  );
}
