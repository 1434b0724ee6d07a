import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import type { DecideTie, StandingRow, StandingView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { ActDialog } from '../parts/act-dialog.js';
import { Field } from '../parts/field.js';
import { useWords } from '../parts/words.js';

/** Those tied across the cut line, of whom exactly as many go on as there are places left. */
export function tieOf({ rows, cut, rule }: StandingView): { tied: StandingRow[]; places: number } | null {
  const tied = rows.filter(({ tiedAtCut }) => tiedAtCut);
  if (!cut.tieAcrossCut || cut.quota === null || rule.tieAtCut !== 'chief_decides' || tied.length === 0) return null;
  const first = Math.min(...tied.map(({ rank }) => rank ?? 0));
  const above = rows.filter(({ rank, state }) => state === 'entered' && rank !== null && rank < first).length;
  return { tied, places: cut.quota - above };
}

/** The decision of a tie, with its reason on record. */
export function TieDialog({ standing, onClose }: { standing: StandingView; onClose: () => void }) {
  const { t, title } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const { heat } = standing;
  const { tied, places } = tieOf(standing) ?? { tied: [], places: 0 };
  const decide = useMutation({
    mutationFn: (body: DecideTie) => api.post<StandingView>(`/heats/${heat.id}/tie`, body, { ifMatch: heat.version }),
    onSuccess: onClose,
  });
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <ActDialog title={t('tie.title', { heat: title(heat.title) })} act={t('tie.act', { n: chosen.size })} onAct={() => decide.mutate({ entryIds: [...chosen], reason: reason.trim() })} onClose={onClose} busy={decide.isPending} disabled={chosen.size !== places || reason.trim() === ''} error={decide.error} onReload={onClose}>
      <p>{t('tie.text', { n: tied.length, total: tied[0]?.total ?? '', places })}</p>
      <fieldset className="org-gap">
        <legend className="lab">{t('tie.choose', { n: chosen.size, places })}</legend>
        {tied.map((row) => (
          <label key={row.entryId} className={`rad ${chosen.has(row.entryId) ? 'on' : ''}`}>
            <input type="checkbox" checked={chosen.has(row.entryId)} disabled={!chosen.has(row.entryId) && chosen.size >= places} onChange={() => toggle(row.entryId)} />
            <span>{row.name ?? t('standing.blind', { n: row.startNumber })}<small>{title(row.unit.title)}</small></span>
          </label>
        ))}
      </fieldset>
      <Field label={t('tie.reason')} hint={t('tie.reasonHint')}>{({ status, ...control }) => <Input {...control} status={status} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
    </ActDialog>
  );
}
