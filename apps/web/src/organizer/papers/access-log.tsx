import { useTranslation } from 'react-i18next';
import type { PaperAccessItem } from '#lib/contracts';
import { Chip } from '../../look/parts.js';
import { PagedTable, usePages, type Column } from '../parts/data-table.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';

/** Every look into a sealed paper, refused ones too. */
export function AccessLog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const { whenFull } = useWords();
  const pages = usePages<PaperAccessItem>(`/papers/${id}/access-log`, {});
  const columns: Column<PaperAccessItem>[] = [
    { key: 'at', title: t('log.at'), className: 'nw num', cell: ({ at }) => whenFull(at) },
    { key: 'person', title: t('log.person'), lead: true, cell: ({ person }) => person?.name ?? t('log.server') },
    { key: 'act', title: t('log.act'), cell: ({ act }) => t(`log.acts.${act}`) },
    { key: 'allowed', title: t('log.result'), cell: ({ allowed }) => (allowed ? <Chip tone="ok" icon="check">{t('log.allowed')}</Chip> : <Chip tone="warn" icon="ban">{t('log.refused')}</Chip>) },
  ];
  return (
    <SideSheet size="wide" title={t('log.title')} onClose={onClose}>
      <p className="ink2">{t('log.text')}</p>
      <PagedTable pages={pages} columns={columns} rowKey={(row) => row.id} caption={t('log.title')} filtered={false} empty={<p className="org-reading">{t('log.none')}</p>} />
    </SideSheet>
  );
}
