/**
 * Damm's quasigroup of order 10: the check digit catches every single wrong digit and every swap of neighbours,
 * the two mistakes people make when they read a number out on the phone. Luhn would miss 09 ↔ 90.
 * H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function damm(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)]);
  return interim;
}

/**
 * A ticket number: the counter's value followed by its check digit.
 * @param sequence a positive whole number, from the gapless counter
 * @returns digits only; a name, never a secret
 */
export function ticketNumber(sequence: number): string {
  return `${sequence}${damm(String(sequence))}`;
}

/** Whether a text is a ticket number with a valid check digit. The widget accepts no other receipt. */
export function isTicketNumber(value: string): boolean {
  return /^[1-9]\d{1,15}$/.test(value) && damm(value) === 0;
}
