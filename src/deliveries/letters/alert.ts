import { OUTAGE_FACTS } from '../../contract/lists.ts';
import { findShopById } from '../../store/shops.ts';
import type { ComposeDeps, Said, TicketLetter } from './letter-deps.ts';
import { type Part, paragraph } from './parts.ts';

/** Tells our own people of an outage outside of opening hours. */
export async function alert(
  { store, publicUrl }: ComposeDeps,
  { words, ticket }: Omit<TicketLetter, 'isKnown'>,
): Promise<Said> {
  const { shop } = await findShopById(store, ticket.shop_id);
  const ticked = JSON.parse(ticket.outage_facts) as string[];
  const facts = OUTAGE_FACTS.filter((fact) => ticked.includes(fact)).map((fact) => words.facts[fact]);
  // The form of an outage makes its subject of them.
  const said = ticket.subject.toLowerCase();
  const isSaid = facts.every((fact) => said.includes(fact.toLowerCase()));
  const at = words.when(Temporal.Instant.from(ticket.received_at));
  const more: Part[] = [
    ...(isSaid ? [] : [paragraph(`${words.alertFacts}: ${facts.join(', ')}.`)]),
    ...(ticket.contact_phone ? [paragraph(words.alertPhone(ticket.contact_phone))] : []),
  ];
  return {
    subject: words.alertSubject(ticket.number, shop.shop_name),
    parts: [
      paragraph(words.alert(ticket.number, shop.shop_name, at)),
      { kind: 'said', text: ticket.subject },
      ...more,
      { kind: 'link', label: words.alertDesk, url: `${publicUrl}/desk/#${ticket.number}` },
    ],
  };
}
