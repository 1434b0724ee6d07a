import { useMutation, useQuery } from '@tanstack/react-query';
import type { AwardView, EditionView, HeatSummary, StandingView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Chip } from '../../look/parts.js';
import { ActDialog, Figures } from '../parts/act-dialog.js';
import { Table, type Column } from '../parts/data-table.js';
import { useIntent } from '../parts/intent.js';
import { SectionHead } from '../parts/page-head.js';
import { useWords } from '../parts/words.js';

/** What was granted, to whom, and why. */
export function AwardTable({ awards }: { awards: readonly AwardView[] }) {
  const { t, title } = useWords();
  const columns: Column<AwardView>[] = [
    { key: 'award', title: t('award.one'), cell: (award) => <Chip tone="gold" icon="cup">{title(award.title)}</Chip> },
    { key: 'place', title: t('award.place'), align: 'c', cell: ({ place }) => <b className="serif">{place}</b> },
    { key: 'who', title: t('award.who'), lead: true, cell: ({ person, unit }) => <b>{person ? person.name : title(unit.title)}</b> },
    { key: 'unit', title: t('list.unit'), cell: ({ unit }) => title(unit.title) },
    { key: 'value', title: t('standing.total'), align: 'r', cell: ({ value }) => value ?? '—' },
    { key: 'reason', title: t('award.reason'), cell: ({ reason }) => title(reason) },
  ];
  return (
    <section aria-label={t('award.title')}>
      <SectionHead title={t('award.title')} note={t('award.note', { n: awards.length })} />
      <Table columns={columns} rows={awards} rowKey={({ id }) => id} caption={t('award.title')} />
    </section>
  );
}

/** Grants the awards from the final's standing. */
export function AwardDialog({ edition, heat, onClose }: { edition: EditionView; heat: HeatSummary; onClose: () => void }) {
  const { t, title } = useWords();
  const intent = useIntent();
  const standing = useQuery({ queryKey: ['/heats', heat.id, 'standing'], queryFn: () => api.get<StandingView>(`/heats/${heat.id}/standing`) }).data;
  const grant = useMutation({ mutationFn: () => api.post<EditionView>(`/editions/${edition.id}/awards`, undefined, { idempotencyKey: intent.keyFor(edition.id) }), onSuccess: onClose });
  const best = (standing?.rows ?? []).filter(({ rank }) => rank !== null && rank <= 3);
  return (
    <ActDialog title={t('award.grantTitle', { title: title(edition.title) })} act={t('award.grantAct', { n: standing?.rows.length ?? 0 })} irreversible onAct={() => grant.mutate()} onClose={onClose} busy={grant.isPending} disabled={!standing} error={grant.error}>
      <p>{t('award.grantText')}</p>
      <Figures rows={best.map((row) => [t('award.rankName', { rank: row.rank, name: row.name ?? row.startNumber, unit: title(row.unit.title) }), row.total ?? '—'])} />
    </ActDialog>
  );
}
