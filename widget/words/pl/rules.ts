/** Texts of the page with the rules of support. */
export const rulesWords = {
  always: 'Zawsze można zgłosić',
  channels: 'Jak się zgłosić?',
  others: 'Jest też formularz na naszej stronie i e-mail, na który nie gwarantujemy terminu:',
  phone: 'W razie awarii także telefon: numer widać po zaznaczeniu, co nie działa. Przez komunikatory nie pomagamy.',
  emergency: 'Strona na czas awarii',
  oneDomain: 'Jeden pakiet pomocy obejmuje jedną domenę.',
  full: 'Pełny tekst zasad',
};
