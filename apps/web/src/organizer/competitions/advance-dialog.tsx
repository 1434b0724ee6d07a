import { useMutation, useQuery } from '@tanstack/react-query';
import { errorText, type AdvancementPreview, type AdvancementView, type EditionView, type TierView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { isProblem } from '../../api/problem-error.js';
import { Button, Note } from '../../look/parts.js';
import { ActDialog } from '../parts/act-dialog.js';
import { ProblemNote } from '../parts/problem.js';
import { useIntent } from '../parts/intent.js';
import { useWords } from '../parts/words.js';

/** Who advances from each heat and who is in reserve, or what stands in the way; then the act, whole or not at all. */
export function AdvanceDialog({ tier, edition, onClose }: { tier: TierView; edition: EditionView; onClose: () => void }) {
  const { t, title, en } = useWords();
  const intent = useIntent();
  const found = useQuery({ queryKey: ['/tiers', tier.id, 'advancement'], queryFn: () => api.get<AdvancementPreview>(`/tiers/${tier.id}/advancement`), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false });
  const preview = found.data;
  const advance = useMutation({
    mutationFn: (digest: string) => api.post<AdvancementView>(`/tiers/${tier.id}/advance`, { digest }, { idempotencyKey: intent.keyFor(digest) }),
    onSuccess: onClose,
  });
  const next = edition.tiers.find(({ id }) => id === preview?.nextTierId);
  const people = preview?.heats.reduce((sum, { advancing }) => sum + advancing.length, 0) ?? 0;
  const again = (): void => { advance.reset(); void found.refetch(); };
  return (
    <ActDialog title={t('advance.title', { tier: title(tier.title) })} act={t('advance.act', { n: people, next: title(next?.title) })} wide irreversible onAct={() => preview && advance.mutate(preview.digest)} onClose={onClose} busy={advance.isPending} disabled={!preview?.ready || people === 0} error={advance.error}>
      <p>{t('advance.text', { next: title(next?.title) })}</p>
      {found.error && <ProblemNote error={found.error} />}
      {!preview && !found.error && <p className="org-reading" role="status">{t('list.reading')}</p>}
      {preview && preview.blockers.length > 0 && (
        <Note tone="warn"><p className="b">{t('advance.blockers', { n: preview.blockers.length })}</p><ul className="org-bullets">{preview.blockers.map(({ code, params, heatId }, index) => <li key={`${code}${heatId ?? index}`}>{heatId && !('title' in params) && <b>{title(preview.heats.find((heat) => heat.heatId === heatId)?.title)} </b>}{errorText(code, en ? 'en' : 'zh-CN', worded(params, title))}</li>)}</ul></Note>
      )}
      {preview && preview.heats.length > 0 && (
        <div className="org-scroll" tabIndex={0} role="region" aria-label={t('advance.who')}>
          {preview.heats.map((heat) => (
            <section key={heat.heatId} className="org-adv">
              <h3>{title(heat.title)}<span className="t13 mute">{t('advance.counts', { n: heat.advancing.length, reserves: heat.reserves.length })}</span></h3>
              <ul>{heat.advancing.map(({ entryId, name, unit, rank }) => <li key={entryId}><b className="serif">{rank}</b><span>{name}</span><span className="mute t13">{title(unit.title)}</span></li>)}</ul>
              {heat.reserves.length > 0 && <p className="t13 ink2">{t('advance.reserves', { names: heat.reserves.map(({ name, rank }) => t('advance.reserveOf', { rank, name })).join(t('list.comma')) })}</p>}
            </section>
          ))}
        </div>
      )}
      {preview && <p className="hint">{t('advance.digest')} <span className="mono">{shortDigest(preview.digest)}</span></p>}
      {isProblem(advance.error, 'tier.changed') && <p><Button size="sm" icon="refresh" onClick={again}>{t('advance.again')}</Button></p>}
    </ActDialog>
  );
}

/** `7D41 90AC … 5E0B`, as people compare it. */
function shortDigest(digest: string): string {
  const text = digest.toUpperCase();
  return text.length > 16 ? `${text.slice(0, 4)} ${text.slice(4, 8)} … ${text.slice(-4)}` : text;
}

/** Titles among a blocker's parameters, in the reader's language. */
function worded(params: Record<string, unknown>, title: (text: { zh: string; en?: string }) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value !== null && typeof value === 'object' && 'zh' in value ? title(value as { zh: string; en?: string }) : value]));
}
