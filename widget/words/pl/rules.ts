/** Texts of the page with the rules of support. */
export const rulesWords = {
  always: 'Zawsze możesz zgłosić',
  channels: 'Jak się zgłosić?',
  others:
    'Możesz też napisać przez formularz na naszej stronie albo e-mailem; przy e-mailu nie gwarantujemy terminu odpowiedzi:',
  phone:
    'Przy awarii możesz też zadzwonić: wybierz temat „Awaria” i zaznacz, co nie działa, a pokażemy numer. Przez Skype i GG nie pomagamy.',
  emergency: 'Strona na czas awarii',
  oneDomain: 'Jeden pakiet pomocy obejmuje jedną domenę.',
  full: 'Pełny tekst zasad',
};
