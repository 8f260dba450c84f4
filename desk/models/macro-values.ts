import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { momentInFull } from '../words/moments.ts';
import type { MacroValues } from './fill-macro.ts';

/** The values of a macro's variables in a ticket, written for customers. */
export function macroValues({ ticket, shop }: DeskTicket, agent: string): MacroValues {
  return {
    imie: ticket.contact.name,
    numer: ticket.number,
    sklep: ticket.shop.name,
    termin: ticket.answerBy && momentInFull(ticket.answerBy),
    wersja: shop.version?.yours ?? null,
    wersja_aktualna: shop.version?.current ?? null,
    wsparcie_do: shop.support.lastDay?.split('-').reverse().join('.') ?? null,
    agent,
  };
}
