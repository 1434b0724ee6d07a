import type { AuditEventView } from '#lib/contracts';
import { Chip } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { useListState } from '../parts/list-state.js';
import { ListTools } from '../parts/list-tools.js';
import { PageHead } from '../parts/page-head.js';
import { useWords } from '../parts/words.js';

/** The record of every act; read only, by id and not by name. */
export function AuditPage() {
  const { t, day, clock } = useWords();
  const state = useListState();
  const pages = usePages<AuditEventView>('/audit-events', { q: state.q || undefined }, { limit: 100 });
  const columns: Column<AuditEventView>[] = [
    { key: 'at', title: t('audit.at'), className: 'nw num', cell: ({ at }) => `${day(at)} ${clock(at)}` },
    { key: 'action', title: t('audit.action'), lead: true, cell: ({ action }) => <b className="mono">{action}</b> },
    { key: 'object', title: t('audit.object'), cell: ({ objectType, objectId }) => <span className="mono">{objectType} {objectId}</span> },
    { key: 'actor', title: t('audit.actor'), cell: ({ actorId }) => <span className="mono">{actorId ?? t('audit.system')}</span> },
    { key: 'sealed', title: t('audit.seal'), cell: ({ sealed }) => <Chip tone={sealed ? 'ok' : 'plain'} icon={sealed ? 'shield' : 'clock'}>{t(sealed ? 'audit.sealed' : 'audit.open')}</Chip> },
  ];
  return (
    <div className="pg org">
      <PageHead title={t('audit.title')} note={t('audit.note')} />
      <ListTools state={state} label={t('audit.search')} />
      <PagedTable pages={pages} columns={columns} rowKey={({ id }) => id} caption={t('audit.title')} filtered={state.q !== ''} onClear={() => state.set({ q: null })} empty={<Empty title={t('audit.empty')} who={t('audit.emptyWho')} />} />
    </div>
  );
}
