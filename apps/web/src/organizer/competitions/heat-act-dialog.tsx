import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { HeatSummary, StandingView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Note } from '../../look/parts.js';
import { ActDialog, Figures } from '../parts/act-dialog.js';
import { useWords } from '../parts/words.js';

/** Confirming or publishing one heat or many: who is concerned is listed first; each heat is its own act, so a refusal stops there. */
export function HeatActDialog({ kind, heats, onClose, onReload }: { kind: 'confirm' | 'publish'; heats: HeatSummary[]; onClose: () => void; onReload: () => void }) {
  const { t, title } = useWords();
  const [scope] = useState(heats);
  const [done, setDone] = useState(0);
  const people = scope.reduce((sum, { entries }) => sum + entries, 0);
  const one = scope.length === 1 ? scope[0] : undefined;
  const act = useMutation({
    mutationFn: async () => {
      for (const { id, version } of scope.slice(done)) {
        await api.post<StandingView>(`/heats/${id}/${kind}`, undefined, { ifMatch: heats.find((heat) => heat.id === id)?.version ?? version });
        setDone((before) => before + 1);
      }
    },
    onSuccess: onClose,
  });
  const heading = one ? t(`${kind}.titleOne`, { heat: title(one.title) }) : t(`${kind}.titleMany`, { n: scope.length });
  return (
    <ActDialog title={heading} act={one ? t(`${kind}.actOne`, { people }) : t(`${kind}.actMany`, { n: scope.length - done, people })} irreversible={kind === 'publish'} wide={!one} onAct={() => act.mutate()} onClose={done > 0 ? onReload : onClose} busy={act.isPending} error={act.error} onReload={onReload}>
      <p>{t(`${kind}.text`, { people })}</p>
      {one ? <OneHeat heat={one} /> : (
        <div className="org-scroll" tabIndex={0} role="region" aria-label={heading}>
          <table className="tbl"><thead><tr><th scope="col">{t('word.heat')}</th><th scope="col" className="r">{t('desk.entries')}</th><th scope="col" className="r">{t('advance.status.advances')}</th></tr></thead>
            <tbody>{scope.map((heat, index) => <tr key={heat.id} className={index < done ? 'hl' : ''}><td>{title(heat.title)}</td><td className="r">{heat.entries}</td><td className="r">{heat.advancing ?? '—'}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      {act.isPending && scope.length > 1 && <p role="status" className="hint">{t('heatAct.progress', { done, n: scope.length })}</p>}
      {act.error !== null && done > 0 && <p className="hint">{t('heatAct.partly', { done })}</p>}
    </ActDialog>
  );
}

function OneHeat({ heat }: { heat: HeatSummary }) {
  const { t } = useWords();
  const standing = useQuery({ queryKey: ['/heats', heat.id, 'standing'], queryFn: () => api.get<StandingView>(`/heats/${heat.id}/standing`) }).data;
  if (!standing) return <p className="org-reading" role="status">{t('list.reading')}</p>;
  const rows = standing.rows;
  const advancing = rows.filter(({ advance }) => advance === 'advances');
  const edge = advancing.at(-1);
  const tied = rows.filter(({ tiedAtCut }) => tiedAtCut);
  return (
    <>
      <Figures rows={[
        [t('desk.entries'), t('extend.people', { n: rows.length })],
        [t('confirm.scored'), t('extend.people', { n: rows.filter(({ total }) => total !== null).length })],
        ...(standing.cut.quota === null ? [] : [[t('advance.status.advances'), t('extend.people', { n: advancing.length })] as [string, string]]),
        ...(edge && standing.cut.quota !== null ? [[t('confirm.edge'), t('confirm.edgeOf', { name: edge.name ?? edge.startNumber, total: edge.total ?? '' })] as [string, string]] : []),
        ...(standing.cut.quota === null && rows[0]?.rank === 1 ? [[t('confirm.winner'), rows.filter(({ rank }) => rank === 1).map(({ name, startNumber }) => name ?? startNumber).join(t('list.comma'))] as [string, string]] : []),
      ]} />
      {tied.length > 0 && <Note tone="warn">{t('desk.tie', { names: tied.map(({ name, startNumber }) => name ?? startNumber).join(t('list.comma')), total: tied[0]?.total ?? '', policy: t(`tieAtCut.${standing.rule.tieAtCut}`) })}</Note>}
    </>
  );
}
