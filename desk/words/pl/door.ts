import type { SignInFailure } from '../../models/session-model.ts';
import { form } from './grammar.ts';

/** In Polish: signing in and out. */
export const door = {
  signIn: 'Zaloguj się',
  signingIn: 'Logowanie…',
  email: 'E-mail',
  password: 'Hasło',
  checking: 'Sprawdzanie sesji…',
  noService: 'Serwis nie odpowiada. Sprawdź połączenie i\u00a0spróbuj ponownie.',
  again: 'Spróbuj ponownie',
  ended: 'Sesja wygasła. Po zalogowaniu wszystko, co jest napisane, wróci na swoje miejsce.',
  insecure: 'Tu nie można się zalogować',
  insecureMore:
    'Strona jest otwarta przez http bez szyfrowania. Sesja biurka jest w\u00a0ciasteczku, które przeglądarka przyjmuje tylko przez https (albo pod adresem localhost). Otwórz biurko pod adresem https://.',
  signInFailure(failure: SignInFailure): string {
    if (failure.kind === 'wrong') return 'E-mail lub hasło się nie zgadza.';
    if (failure.kind === 'unanswered') return 'Brak połączenia z\u00a0serwisem. Spróbuj ponownie za chwilę.';
    const { minutes } = failure;
    return `Za dużo prób. Następna będzie możliwa za ${minutes}\u00a0${form(minutes, 'minutę', 'minuty', 'minut')}.`;
  },
  signOut: 'Wyloguj',
  signOutEverywhere: 'Wyloguj wszędzie',
  stillIn: 'Nie udało się wylogować: brak połączenia. Spróbuj jeszcze raz.',
  account: 'Konto',
};
