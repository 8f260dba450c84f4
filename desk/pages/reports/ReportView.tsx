import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import { words } from '../../words/words.ts';
import { AnswerTable } from './AnswerTable.tsx';
import { BarChart } from './BarChart.tsx';
import { type CountLine, CountTable } from './CountTable.tsx';
import { FollowUpTable } from './FollowUpTable.tsx';
import { number, percent } from './figures.ts';
import { HeatTable, hourTotals } from './HeatTable.tsx';
import { Section } from './Section.tsx';
import { StepsSection } from './StepsSection.tsx';
import { Summary } from './Summary.tsx';

/** A report: the summary first, then the details. */
export function ReportView({ report }: { report: Report }): JSX.Element {
  const { received } = report;
  const { channels, topics } = words.value;
  const w = words.value.reports;
  return (
    <>
      <Summary report={report} />
      <StepsSection report={report} />
      <Answers report={report} />
      {report.followUps.days.length > 0 && <FollowUps report={report} />}
      <Counts
        report={report}
        part="channels"
        title={w.channels}
        head={w.channel}
        lines={received.byChannel.map(({ channel, ...counts }) => ({ name: label(channels, channel), ...counts }))}
      />
      <Counts
        report={report}
        part="topics"
        title={w.topics}
        head={w.topic}
        {...(received.corrected.count > 0 && { more: correctedInWords(received.corrected) })}
        lines={received.byTopic.map(({ topic, ...counts }) => ({ name: label(topics, topic), ...counts }))}
      />
      <Scope report={report} />
      <Load report={report} />
    </>
  );
}

/** How many tickets count on another topic than they were sent on, and the moves there were most of. */
function correctedInWords({ count, moves }: Report['received']['corrected']): string {
  const w = words.value.reports;
  const { topics, locale } = words.value;
  const most = moves.slice(0, MOVES_TOLD);
  return w.corrected(
    number(count, locale),
    most.map((move) => `${label(topics, move.from)} → ${label(topics, move.to)} (${number(move.count, locale)})`),
  );
}

/** So many moves from topic to topic are told. */
const MOVES_TOLD = 5;

interface CountsProps {
  report: Report;
  part: 'channels' | 'topics' | 'scope';
  title: string;
  head: string;
  more?: string;
  lines: readonly CountLine[];
}

function Counts({ report, part, title, head, more, lines }: CountsProps): JSX.Element {
  const id = useId();
  const { locale } = words.value;
  const bars = lines.map(({ name, count }) => ({ name, value: count, text: number(count, locale) }));
  return (
    <Section
      title={title}
      days={report}
      part={part}
      {...(more !== undefined && { more })}
      chart={<BarChart title={title} tableId={id} bars={bars} />}
      table={<CountTable id={id} title={title} head={head} lines={lines} of={report.received.total.count} />}
    />
  );
}

function Answers({ report }: { report: Report }): JSX.Element {
  const id = useId();
  const w = words.value.reports;
  const bars = report.answers.byChannel.flatMap(({ channel, now: { medianMinutes, p90Minutes } }) =>
    medianMinutes === null || p90Minutes === null
      ? []
      : [
          {
            name: label(words.value.channels, channel),
            value: medianMinutes,
            outer: p90Minutes,
            text: `${w.duration(medianMinutes)} / ${w.duration(p90Minutes)}`,
          },
        ],
  );
  return (
    <Section
      title={w.answers}
      days={report}
      part="answers"
      more={w.answersMore}
      wide
      chart={
        bars.length > 0 && (
          <>
            <BarChart title={w.answers} tableId={id} bars={bars} look="long" />
            <p class="muted">{w.answersLegend}</p>
          </>
        )
      }
      table={<AnswerTable id={id} answers={report.answers} />}
    />
  );
}

function FollowUps({ report }: { report: Report }): JSX.Element {
  const id = useId();
  const w = words.value.reports;
  const { locale } = words.value;
  const { now, days } = report.followUps;
  const late = new Map<string, number>();
  for (const day of days) late.set(day.agent.name, (late.get(day.agent.name) ?? 0) + day.late);
  const bars = [...late].map(([name, value]) => ({ name, value, text: number(value, locale) }));
  return (
    <Section
      title={w.followUps}
      days={report}
      part="follow-ups"
      more={w.followUpsMore(number(now.kept, locale), number(now.late, locale), number(now.running, locale))}
      chart={<BarChart title={w.followUpsLate} tableId={id} bars={bars} />}
      table={<FollowUpTable id={id} days={days} />}
    />
  );
}

function Scope({ report }: { report: Report }): JSX.Element {
  const w = words.value.reports;
  const { locale, topics } = words.value;
  const { total, percent: share, byRule } = report.notCovered;
  const all = report.received.total.count;
  const more =
    total.count === 0 || share === null
      ? w.scopeNone
      : w.scopeMore(number(total.count, locale), number(all, locale), percent(share, locale));
  const lines = byRule.map(({ rule, ...counts }) => ({ name: label({ ...topics, ...w.rules }, rule), ...counts }));
  return <Counts report={report} part="scope" title={w.scope} head={w.rule} more={more} lines={lines} />;
}

function Load({ report }: { report: Report }): JSX.Element {
  const id = useId();
  const w = words.value.reports;
  const bars = hourTotals(report.load).map((count, hour) => ({
    name: `${hour}`,
    value: count,
    text: number(count, words.value.locale),
  }));
  return (
    <Section
      title={w.load}
      days={report}
      part="load"
      more={w.loadMore}
      chart={<BarChart title={w.load} tableId={id} bars={bars} look="dense" />}
      table={<HeatTable id={id} load={report.load} />}
    />
  );
}
