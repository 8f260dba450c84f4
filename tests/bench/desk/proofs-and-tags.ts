import { sql } from 'kysely';
import { engineOf, type Store } from '../../../src/store/open.ts';
import { COMMON_WORD, RARE } from './invent-tickets.ts';

/** Of so many tickets one was taken after the end of its shop's support, and one has the rare tag. */
const RARELY = 1250;

/** Gives a filled desk what the bench of times does without: tags, files, every proof, and what came after the end of support. */
export async function storeProofsAndTags(store: Store): Promise<void> {
  await sql`update tickets set without_support = 'expired' where sequence % ${RARELY} = 0`.execute(store);
  await sql`update tickets set proof = 'vouched', queue_unproven = 0 where sequence % ${RARELY} = 1`.execute(store);
  await sql`update tickets set proof = 'unverified' where sequence % 3 = 0`.execute(store);
  const tags = sql.raw('insert into ticket_tags (ticket_number, folded, tag)');
  await sql`${tags} select number, 'czesta', 'Częsta' from tickets where sequence % 5 = 0`.execute(store);
  await sql`${tags} select number, 'rzadka', 'Rzadka' from tickets where sequence % ${RARELY} = 2`.execute(store);
  await sql`insert into uploads (id, owner, shop_id, name, type, bytes, received, created_at, message_id, place)
    select 'u' || id, 'token:none', 1, 'zrzut.png', 'image/png', 10, 10, sent_at, id, 0 from messages
    where id % 10 = 0`.execute(store);
  // SQLite plans without counts of rows here, as in the service; PostgreSQL counts them by itself.
  if (engineOf(store) === 'postgres') await sql`vacuum analyze`.execute(store);
}

const search = (words: string, scope = '') => `/search?q=${encodeURIComponent(words)}${scope && `&scope=${scope}`}`;

/** What is asked of proofs, tags and scopes, by name; each is the address of one question. */
export const PROOFS_AND_TAGS: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries({
      'a rare proof': 'proof=vouched',
      'a common proof': 'proof=unverified',
      unproven: 'proof=unproven',
      proven: 'proof=proven',
      'after support': 'support=over',
      'a rare tag': 'tag=rzadka',
      'a common tag': 'tag=czesta',
      'no such tag': 'tag=nigdzie',
      'a rare tag, mine': 'tag=rzadka&assignee=me',
      'a rare topic, closed': `topic=${RARE.topic}&status=closed`,
      'a rare channel, unproven': `channel=${RARE.channel}&proof=unproven`,
    }).flatMap(([name, query]) => [
      [`queue, ${name}`, `/queue?${query}`],
      [`all, ${name}`, `/tickets?${query}`],
    ]),
  ),
  'search, a common tag': search('częsta'),
  'search, open ones with a common word': search(COMMON_WORD, 'open'),
  'search, a topic’s word': search('faktura', 'subject'),
  'search, shop and word': search('Sklep 7 zamówienia'),
  'search, a telephone': search('600 100 205'),
  'search, a whole number of a shop': search('sklep-7.pl'),
  'tags in use': '/tags',
};
