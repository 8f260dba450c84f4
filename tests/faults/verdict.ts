/** A submission that was answered with a ticket number. Each submission has a subject of its own. */
export interface Acknowledgement {
  subject: string;
  number: string;
  /** the answer, byte for byte */
  body: string;
}

/** A ticket as the database holds it when all is over. */
export interface StoredTicket {
  number: string;
  sequence: number;
  subject: string;
}

export interface History {
  acknowledgements: readonly Acknowledgement[];
  tickets: readonly StoredTicket[];
  /** the first value of the counter that this history may have used */
  firstSequence: number;
}

/** What became of the promises that were made. */
export interface Verdict {
  /** submissions that were answered at least once */
  acknowledged: number;
  /** answers beyond the first to the same submission */
  repeats: number;
  /** acknowledged, but not in the database under that number and with that subject */
  lost: number;
  /** submissions with more than one ticket */
  doubled: number;
  /** numbers that stand for more than one submission */
  reused: number;
  /** submissions that were not answered with the same bytes each time */
  changed: number;
  /** values of the counter that no ticket has, from the first on */
  gaps: number;
}

/** Judges a history: what clients were told against what the database holds. */
export function verdict({ acknowledgements, tickets, firstSequence }: History): Verdict {
  const stored = new Set(tickets.map(({ number, subject }) => `${number} ${subject}`));
  const answersOf = grouped(
    acknowledgements,
    (told) => told.subject,
    (told) => told.body,
  );
  const numbersOf = grouped(
    tickets,
    (ticket) => ticket.subject,
    (_, row) => row,
  );
  const told = [...acknowledgements, ...tickets];
  const subjectsOf = grouped(
    told,
    ({ number }) => number,
    ({ subject }) => subject,
  );
  const rowsOf = grouped(
    tickets,
    ({ number }) => number,
    (_, row) => row,
  );
  const lost = new Set(
    acknowledgements.filter(({ number, subject }) => !stored.has(`${number} ${subject}`)).map(({ subject }) => subject),
  );
  const reused = [...subjectsOf].filter(
    ([number, subjects]) => subjects.size > 1 || (rowsOf.get(number)?.size ?? 0) > 1,
  );
  const sequences = new Set(tickets.map(({ sequence }) => sequence));
  return {
    acknowledged: answersOf.size,
    repeats: acknowledgements.length - answersOf.size,
    lost: lost.size,
    doubled: countLarger(numbersOf),
    reused: reused.length,
    changed: countLarger(answersOf),
    gaps: tickets.filter((_, index) => !sequences.has(firstSequence + index)).length,
  };
}

/** What a run showed besides: how its clients fared, and what the database says of itself. */
export interface Run extends Verdict {
  /** answers that were neither a receipt nor "try again" */
  refusals: readonly string[];
  /** submissions that got no answer at all */
  unanswered: number;
  /** `ok`, or what the database finds broken in itself */
  integrity: string;
}

/** Every criterion that a run failed, in words; none when nothing is wrong. */
export function whatIsWrong(run: Run): string[] {
  const { acknowledged, lost, doubled, reused, changed, gaps, refusals, unanswered, integrity } = run;
  const criteria: [isBroken: boolean, words: string][] = [
    [acknowledged === 0, 'nothing was acknowledged, so nothing is shown'],
    [lost > 0, `lost: ${lost} acknowledged, but not in the database`],
    [doubled > 0, `doubled: ${doubled} submissions with more than one ticket`],
    [reused > 0, `reused: ${reused} numbers of more than one submission`],
    [changed > 0, `changed: ${changed} submissions answered with different bytes`],
    [gaps > 0, `gaps: ${gaps} numbers that no ticket has`],
    [refusals.length > 0, `refused: ${refusals.length} submissions, the first with ${refusals[0]}`],
    [unanswered > 0, `unanswered: ${unanswered} submissions, however long they were sent again`],
    [integrity !== 'ok', `integrity: ${integrity}`],
  ];
  return criteria.flatMap(([isBroken, words]) => (isBroken ? [words] : []));
}

/** The different values under each key. */
function grouped<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  memberOf: (item: Item, index: number) => Value,
): Map<string, Set<Value>> {
  const groups = new Map<string, Set<Value>>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    groups.set(key, (groups.get(key) ?? new Set()).add(memberOf(item, index)));
  }
  return groups;
}

function countLarger(groups: Map<string, Set<unknown>>): number {
  return [...groups.values()].filter(({ size }) => size > 1).length;
}
