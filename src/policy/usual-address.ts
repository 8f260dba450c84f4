/**
 * How long an address is a shop's usual one after the last answer to a ticket from there, in days: a shop that writes once
 * a year is known again. Nothing of it is kept longer.
 */
export const USUAL_DAYS = 365;
