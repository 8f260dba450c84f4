import type { ProofFailure } from '../../models/proof-model.ts';
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
    switch (failure.kind) {
      case 'wrong':
        return 'E-mail lub hasło się nie zgadza.';
      case 'wrong-code':
        return 'Adres i\u00a0kod się nie zgadzają albo minęło 30\u00a0minut. Administrator może wydać nowy kod.';
      case 'unanswered':
        return 'Brak połączenia z\u00a0serwisem. Spróbuj ponownie za chwilę.';
      case 'overloaded':
        return 'Zbyt wiele logowań naraz. Spróbuj ponownie za chwilę.';
      case 'wrong-passkey':
        return 'Ten klucz dostępu nie pasuje do żadnego konta. Zaloguj się hasłem albo innym kluczem.';
      case 'no-passkey':
        return 'Ta przeglądarka nie obsługuje tu kluczy dostępu. Zaloguj się inaczej.';
      case 'wrong-proof':
        return 'To się nie zgadza. Każdy kod działa tylko raz.';
      case 'step-over':
        return 'Za dużo prób albo minęło 5\u00a0minut. Zacznij od hasła.';
      case 'throttled': {
        const { minutes } = failure;
        return `Za dużo prób. Następna będzie możliwa za ${minutes}\u00a0${form(minutes, 'minutę', 'minuty', 'minut')}.`;
      }
    }
  },
  or: 'albo',
  haveCode: 'Mam kod jednorazowy',
  secondStep: 'Drugi krok',
  secondStepMore: 'Hasło się zgadza. Potwierdź jeszcze, że to Ty.',
  usePasskey: 'Użyj klucza dostępu',
  code: 'Kod z\u00a0aplikacji',
  codeMore: '6 cyfr, zmieniają się co\u00a030 sekund.',
  recoveryCode: 'Kod zapasowy',
  recoveryCodeMore: 'Jeden z\u00a010 kodów zapisanych przy włączaniu. Każdy działa raz.',
  confirmCode: 'Potwierdź',
  useRecovery: 'Użyj kodu zapasowego',
  useTotp: 'Użyj kodu z\u00a0aplikacji',
  allLost: 'Gdy zgubisz wszystko, administrator biurka wyda Ci kod jednorazowy.',
  backToPassword: 'Wróć do hasła',
  setUp: 'Najpierw drugi składnik',
  setUpMore:
    'To konto musi mieć klucz dostępu albo aplikację z\u00a0kodami. Biurko otworzy się, gdy jedno z\u00a0nich będzie dodane.',
  grace: (until: string) =>
    `Od ${until} bez klucza dostępu albo aplikacji z\u00a0kodami nie da się pracować przy biurku. Do tego czasu trzeba dodać jedno z\u00a0nich.`,
  graceLink: 'Dodaj teraz',
  proof: 'Potwierdź, że to Ty',
  proofMore: 'Potem to, co zaczęte, zrobi się samo. Potwierdzenie wystarcza na 10\u00a0minut.',
  proofLeave: 'Nie teraz',
  notProven: 'Nic się nie zmieniło: zabrakło potwierdzenia, że to Ty.',
  proofFailure(failure: ProofFailure): string {
    if (failure.kind === 'wrong') return 'To się nie zgadza. Każdy kod działa tylko raz.';
    return door.signInFailure(failure);
  },
  signOut: 'Wyloguj',
  signOutEverywhere: 'Wyloguj wszędzie',
  stillIn: 'Nie udało się wylogować: brak połączenia. Spróbuj jeszcze raz.',
  account: 'Konto',
};
