import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { AnswerTimes, Report } from '../../../src/contract/desk/read-report.ts';
import { words } from '../../words/words.ts';
import { Change } from './Change.tsx';
import { number, percent } from './figures.ts';

interface Props {
  id: string;
  answers: Report['answers'];
}

/** How fast each channel was answered, and how often in time; the change is below each figure. */
export function AnswerTable({ id, answers }: Props): JSX.Element {
  const w = words.value.reports;
  const lines = [
    { name: w.total, isPromised: true, ...answers.total },
    ...answers.byChannel.map((line) => ({ name: label(words.value.channels, line.channel), ...line })),
  ];
  const heads = [w.waits, w.medianShort, w.p90, w.keptShort, w.broken, w.moved, w.inProgress];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, so it must be reachable by keys
    <section class="table" tabIndex={0} aria-label={w.tableOf(w.answers)}>
      <table id={id} aria-label={w.answers} class="answer-times">
        <thead>
          <tr>
            <th scope="col">{w.channel}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, isPromised, now, before }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <Figures now={now} before={before} isPromised={isPromised} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figures({
  now,
  before,
  isPromised,
}: {
  now: AnswerTimes;
  before: AnswerTimes;
  isPromised: boolean;
}): JSX.Element {
  const w = words.value.reports;
  const { locale } = words.value;
  const minutes = (value: number | null) => (value === null ? w.none : w.duration(value));
  return (
    <>
      <td class="figure">
        {number(now.waits, locale)}
        <Change now={now.waits} before={before.waits} />
      </td>
      <td class="figure">
        {minutes(now.medianMinutes)}
        <Change now={now.medianMinutes} before={before.medianMinutes} of="minutes" />
      </td>
      <td class="figure">
        {minutes(now.p90Minutes)}
        <Change now={now.p90Minutes} before={before.p90Minutes} of="minutes" />
      </td>
      {isPromised ? (
        <>
          <td class="figure">
            {now.keptPercent === null ? w.none : percent(now.keptPercent, locale)}
            <Change now={now.keptPercent} before={before.keptPercent} of="percent" />
          </td>
          <td class="figure">{number(now.broken, locale)}</td>
        </>
      ) : (
        <td class="figure muted" colSpan={2}>
          {w.noPromise}
        </td>
      )}
      <td class="figure">{number(now.moved, locale)}</td>
      <td class="figure">{number(now.inProgress, locale)}</td>
    </>
  );
}
