import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PaperView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button, Stamp } from '../../look/parts.js';
import { useSession } from '../../shell/session.js';
import { ActDialog } from '../parts/act-dialog.js';
import { useWords } from '../parts/words.js';
import { AccessLog } from './access-log.js';

/** How the paper is sealed, who has agreed to open it, and one's own consent. */
export function SealNote({ view, onChanged }: { view: PaperView; onChanged: (next: PaperView) => void }) {
  const { t } = useTranslation('papers');
  const { whenFull, clock } = useWords();
  const session = useSession();
  const [opening, setOpening] = useState(false);
  const [log, setLog] = useState(false);
  const { seal } = view;
  if (!seal) return null;
  const own = seal.openers.find(({ id }) => id === session.person.id);
  return (
    <section className={`seal-note ${seal.open ? 'open' : ''}`} aria-label={t('seal.state')}>
      <div className="seal-stamp"><Stamp>{seal.open ? t('seal.opened') : t('seal.sealed')}</Stamp></div>
      <div>
        <p className="b">{seal.open ? t('seal.openSince', { time: whenFull(seal.sealedAt) }) : t('seal.until_', { time: whenFull(seal.until) })}</p>
        <p className="ink2">{seal.open ? t('seal.openText') : t('seal.sealedText')}</p>
        <ul className="seal-openers" aria-label={t('seal.openers')}>
          {seal.openers.map(({ id, name, openedAt }) => <li key={id} className={openedAt ? 'agreed' : ''}><Icon name={openedAt ? 'checkc' : 'user'} small /><span>{name}</span><small>{openedAt ? t('seal.agreedAt', { time: clock(openedAt) }) : t('seal.notAgreed')}</small></li>)}
        </ul>
      </div>
      <div className="seal-acts">
        {!seal.open && own && <Button kind="danger" onClick={() => setOpening(true)}>{t('seal.open')}</Button>}
        <Button icon="list" onClick={() => setLog(true)}>{t('log.open')}</Button>
      </div>
      {opening && <OpenDialog view={view} onClose={() => setOpening(false)} onOpened={(next) => { setOpening(false); onChanged(next); }} />}
      {log && <AccessLog id={view.id} onClose={() => setLog(false)} />}
    </section>
  );
}

function OpenDialog({ view, onClose, onOpened }: { view: PaperView; onClose: () => void; onOpened: (next: PaperView) => void }) {
  const { t } = useTranslation('papers');
  const { title } = useWords();
  const cache = useQueryClient();
  const agreed = view.seal?.openers.filter(({ openedAt }) => openedAt).length ?? 0;
  const open = useMutation({
    mutationFn: () => api.post<PaperView>(`/papers/${view.id}/open`, {}),
    onSuccess: (next) => { void cache.invalidateQueries({ queryKey: ['/papers', view.id] }); onOpened(next); },
  });
  return (
    <ActDialog irreversible destructive title={t('seal.openTitle', { title: title(view.title) })} act={t('seal.open')} onAct={() => open.mutate()} onClose={onClose} busy={open.isPending} error={open.error}>
      <p>{agreed > 0 ? t('seal.openSecond') : t('seal.openFirst')}</p>
      <p className="ink2">{t('seal.openLogged')}</p>
    </ActDialog>
  );
}
