import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PaperDistribution } from '#lib/contracts';
import { api } from '../../api/client.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';

type Dimension = keyof PaperDistribution['by'];
type Row = PaperDistribution['by'][Dimension][number] & { label: string };

const dimensions: Dimension[] = ['subject', 'category', 'tag', 'kind', 'difficulty'];
const shown = 14;
const [barLeft, barWidth, rowHeight] = [132, 220, 34];

/** What the paper is made of: marks as bars, and beside them the figures; what is drawn is shared out by its pools. */
export function DistributionSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const words = useWords();
  const [dimension, setDimension] = useState<Dimension>('subject');
  const found = useQuery({ queryKey: ['/papers', id, 'distribution'], queryFn: () => api.get<PaperDistribution>(`/papers/${id}/distribution`), retry: false });
  return (
    <SideSheet size="wide" title={t('distribution.title')} onClose={onClose}>
      <div className="org-tools"><div className="seg" role="group" aria-label={t('distribution.by')}>
        {dimensions.map((name) => <button key={name} type="button" aria-pressed={name === dimension} onClick={() => setDimension(name)}>{t(`distribution.${name}`)}</button>)}
      </div></div>
      <ProblemNote error={found.error} />
      {found.isPending && <p className="org-reading" role="status">{words.t('list.reading')}</p>}
      {found.data && <Shares distribution={found.data} dimension={dimension} />}
    </SideSheet>
  );
}

function Shares({ distribution, dimension }: { distribution: PaperDistribution; dimension: Dimension }) {
  const { t } = useTranslation('papers');
  const words = useWords();
  const labelOf = ({ key, title }: PaperDistribution['by'][Dimension][number]): string => {
    if (title) return words.title(title);
    if (key === '') return t('distribution.without');
    if (dimension === 'kind') return words.t(`kind.${key as 'single'}`);
    if (dimension === 'difficulty') return t(`distribution.band.${key as '1'}`);
    return key;
  };
  const rows: Row[] = distribution.by[dimension].map((row) => ({ ...row, label: labelOf(row) }));
  if (rows.length === 0) return <p className="org-reading">{t('distribution.empty')}</p>;
  return (
    <div className="distribution">
      <Bars rows={rows.slice(0, shown)} name={t(`distribution.${dimension}`)} />
      <div>
        <table className="tbl">
          <caption className="vh">{t(`distribution.${dimension}`)}</caption>
          <thead><tr><th>{t(`distribution.${dimension}`)}</th><th className="r">{words.t('paper.questions')}</th><th className="r">{words.t('paper.marks')}</th><th className="r">{t('distribution.share')}</th></tr></thead>
          <tbody>
            {rows.map(({ key, label, questions, marks }) => <tr key={key}><th scope="row">{label}</th><td className="r num">{questions}</td><td className="r num b">{marks}</td><td className="r num">{percent(marks, distribution.totalMarks)}</td></tr>)}
            {dimension !== 'tag' && <tr><th scope="row">{words.t('paper.all')}</th><td className="r num">{distribution.questions}</td><td className="r num b">{distribution.totalMarks}</td><td className="r num">100%</td></tr>}
          </tbody>
        </table>
        <p className="hint">{t(dimension === 'tag' ? 'distribution.tagHint' : 'distribution.hint')}</p>
      </div>
    </div>
  );
}

/** The table says the same; the picture is for the eye. */
function Bars({ rows, name }: { rows: Row[]; name: string }) {
  const { t } = useTranslation('papers');
  const most = Math.max(...rows.map(({ marks }) => Number(marks)));
  return (
    <svg className="bars" viewBox={`0 0 ${barLeft + barWidth + 64} ${rows.length * rowHeight + 6}`} role="img" aria-label={t('distribution.picture', { by: name })}>
      {rows.map(({ key, label, marks }, index) => {
        const width = most > 0 ? Math.max(2, (Number(marks) / most) * barWidth) : 0;
        const middle = index * rowHeight + rowHeight / 2;
        return (
          <g key={key}>
            <text x={barLeft - 10} y={middle} className="bar-label">{label.length > 9 ? `${label.slice(0, 8)}…` : label}</text>
            <rect x={barLeft} y={middle - 9} width={width} height={18} className={key === '' ? 'bar none' : 'bar'} />
            <text x={barLeft + width + 8} y={middle} className="bar-figure">{marks}</text>
          </g>
        );
      })}
      <line x1={barLeft} x2={barLeft} y1={0} y2={rows.length * rowHeight} className="bar-axis" />
    </svg>
  );
}

function percent(part: string, whole: string): string {
  return Number(whole) > 0 ? `${((Number(part) / Number(whole)) * 100).toFixed(1)}%` : '—';
}
