import { useTranslation } from 'react-i18next';
import type { JudgingView } from '#lib/contracts';
import { Icon } from '../look/icon.js';

/** Nobody is on stage: who comes next, large enough to compare with the card. */
export function Waiting({ view }: { view: JudgingView }) {
  const { t } = useTranslation('judge');
  const next = view.performances.find(({ state }) => state === 'waiting');
  return (
    <main className="main waiting">
      <section className="wait" role="status">
        <h2 className="row"><Icon name={next ? 'clock' : 'checkc'} />{t(next ? 'wait.title' : 'wait.all')}</h2>
        <p className="ink2">{t(next ? 'wait.text' : 'wait.allText')}</p>
        {next && <p className="next-code"><span className="k">{t('wait.next')}</span><b>{next.startNumber} · {next.alias}</b></p>}
      </section>
    </main>
  );
}
