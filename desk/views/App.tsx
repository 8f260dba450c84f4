import type { JSX } from 'preact';
import type { DeskHttp } from '../client/desk-http.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { ProofModel } from '../models/proof-model.ts';
import type { SessionModel } from '../models/session-model.ts';
import { words } from '../words/words.ts';
import { Desk } from './Desk.tsx';
import { ProofDialog } from './ProofDialog.tsx';
import { SetUpFactor } from './SetUpFactor.tsx';
import { SignIn, SignInAgain } from './SignIn.tsx';

interface Props {
  session: SessionModel;
  desk: () => DeskModel | null;
  http: DeskHttp;
  proof: ProofModel;
}

/** The page: an agent's desk, or the sign-in form. */
export function App({ session, desk, http, proof }: Props): JSX.Element {
  return (
    <>
      <Shown session={session} desk={desk} http={http} />
      <ProofDialog model={proof} />
    </>
  );
}

function Shown({ session, desk, http }: Omit<Props, 'proof'>): JSX.Element {
  const now = session.session.value;
  const model = desk();
  if ('me' in now && model) {
    return (
      <>
        <Desk key={now.me.id} model={model} session={session} http={http} />
        {now.state === 'ended' && <SignInAgain session={session} me={now.me} />}
      </>
    );
  }
  if ('me' in now && now.standing.state === 'needed') {
    return (
      <>
        <SetUpFactor session={session} http={http} />
        {now.state === 'ended' && <SignInAgain session={session} me={now.me} />}
      </>
    );
  }
  if (now.state === 'signed-out') return <SignIn session={session} />;
  return (
    <main class="door">
      <div class="door-card" role="status">
        <h1>{words.value.desk}</h1>
        {now.state === 'unanswered' ? (
          <>
            <p class="notice warn">{words.value.noService}</p>
            <button type="button" class="primary" onClick={session.check}>
              {words.value.again}
            </button>
          </>
        ) : (
          <p>{words.value.checking}</p>
        )}
      </div>
    </main>
  );
}
