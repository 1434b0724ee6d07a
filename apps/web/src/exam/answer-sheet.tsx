import { useTranslation } from 'react-i18next';
import type { CandidateSection } from '#lib/contracts';
import { isNumbered, ordinal } from '../i18n/format.js';
import { useLocale, useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { optionLetter } from '../question/options.js';
import type { Cell, PaletteCounts } from './palette.js';
import { isReachable } from './steps.js';

type ReachableCell = Cell & { reachable: boolean };

interface AnswerSheetProps {
  sections: readonly CandidateSection[];
  cells: readonly Cell[];
  counts: PaletteCounts;
  current: string;
  /** The places in the form that may be shown now. */
  reach: { from: number; to: number };
  onShow: (slot: string) => void;
}

/** 答题卡: every question by section, with its state as drawing, word and colour, and the counts below. */
export function AnswerSheet({ sections, cells, counts, current, reach, onShow }: AnswerSheetProps) {
  const { t } = useTranslation('exam');
  const bySlot = new Map(cells.map((cell, index) => [cell.slot, { ...cell, reachable: isReachable(index, reach) }]));
  const currentNumber = bySlot.get(current)?.number ?? '';
  return (
    <>
      <h2><span>{t('palette.title')}</span><span>{t('palette.answered', { answered: counts.answered, count: counts.questions })}</span></h2>
      {sections.map((section, index) => (
        <SheetSection key={index} section={section} index={index} cells={bySlot} current={current} onShow={onShow} />
      ))}
      <ul className="leg">
        <li><Icon name="check" />{t('palette.saved')}<b>{counts.saved}</b></li>
        <li><i className="sw" />{t('palette.open')}<b>{counts.open}</b></li>
        <li><Icon name="flag" />{t('palette.flagged')}<b>{counts.flagged}</b></li>
        <li><Icon name="upload" />{t('palette.waiting')}<b>{counts.waiting}</b></li>
        <li><i className="sw n" />{t('palette.current')}<b>{currentNumber}</b></li>
        <li className="keys"><kbd>J</kbd><kbd>K</kbd>{t('palette.move')} <kbd>A</kbd>{t('palette.choose')}</li>
      </ul>
    </>
  );
}

function SheetSection({ section, index, cells, current, onShow }: { section: CandidateSection; index: number; cells: Map<string, ReachableCell>; current: string; onShow: (slot: string) => void }) {
  const name = useSectionName();
  const { t } = useTranslation('common');
  const marks = new Set(section.questions.map((question) => question.marks));
  const each = marks.size === 1 ? [...marks][0] : null;
  return (
    <>
      <h3>{name(section, index)}{each && <span> · {t('unit.marks', { count: Number(each) })}</span>}</h3>
      <div className="cells">
        {section.questions.map((question) => {
          const cell = cells.get(question.slot);
          return cell && <CellButton key={question.slot} cell={cell} current={question.slot === current} onShow={onShow} />;
        })}
      </div>
    </>
  );
}

/** 三、案例分析, or C. Case analysis; a title that numbers itself stays as it is. */
export function useSectionName(): (section: CandidateSection, index: number) => string {
  const title = useTitle();
  const locale = useLocale();
  return (section, index) => {
    const words = title(section.title);
    if (isNumbered(words)) return words;
    return locale === 'en' ? `${optionLetter(index)}. ${words}` : `${ordinal(index + 1, locale)}、${words}`;
  };
}

function CellButton({ cell, current, onShow }: { cell: ReachableCell; current: boolean; onShow: (slot: string) => void }) {
  const { t } = useTranslation('exam');
  const words = [
    t('palette.cell', { number: cell.number }),
    t(cell.waiting ? 'palette.cellWaiting' : cell.answered ? 'palette.cellSaved' : 'palette.cellOpen'),
    cell.flagged && t('palette.cellFlagged'),
    current && t('palette.cellCurrent'),
  ].filter(Boolean).join(', ');
  const looks = ['q', cell.answered && 'a', cell.waiting && 'u', cell.flagged && 'f', current && 'cur'].filter(Boolean).join(' ');
  return (
    <button type="button" className={looks} aria-label={words} disabled={!cell.reachable} aria-current={current ? 'true' : undefined} onClick={() => onShow(cell.slot)}>
      {cell.number}
      {cell.waiting ? <Icon name="upload" /> : cell.answered && <Icon name="check" />}
      {cell.flagged && <Icon name="flag" className="fl" />}
    </button>
  );
}
