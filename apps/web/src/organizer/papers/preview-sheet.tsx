import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CandidateQuestion, PaperPreview } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { AnswerFields } from '../../question/answer-fields.js';
import { KeyView } from '../bank/key-view.js';
import { ProblemNote } from '../parts/problem.js';
import { SideSheet } from '../parts/side-sheet.js';
import { useWords } from '../parts/words.js';

const highest = 9_999;

/** Any form of the paper as a candidate would see it, by number; the same number is always the same form. */
export function PreviewSheet({ id, mayKeys, onClose }: { id: string; mayKeys: boolean; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const words = useWords();
  const [number, setNumber] = useState(1);
  const [keys, setKeys] = useState(false);
  const found = useQuery({ queryKey: ['/papers', id, 'preview', number, keys], queryFn: () => api.get<PaperPreview>(`/papers/${id}/preview`, { number, ...(keys && { keys: 'true' }) }), placeholderData: (before) => before, retry: false });
  const go = (next: number): void => setNumber(Math.min(highest, Math.max(1, next)));
  return (
    <SideSheet size="wide" title={t('preview.title')} onClose={onClose}>
      <div className="preview-bar">
        <span className="row">
          <Button kind="quiet" className="icon" disabled={number <= 1} onClick={() => go(number - 1)} aria-label={t('preview.before')}><Icon name="left" /></Button>
          <label>{t('preview.number')} <input className="inp org-marks" inputMode="numeric" value={number} onChange={({ target }) => go(Number(target.value.replace(/\D/g, '').slice(0, 4)) || 1)} /></label>
          <Button kind="quiet" className="icon" disabled={number >= highest} onClick={() => go(number + 1)} aria-label={t('preview.next')}><Icon name="right" /></Button>
        </span>
        {mayKeys && <label className="org-tick"><input type="checkbox" checked={keys} onChange={({ target }) => setKeys(target.checked)} /> {t('preview.keys')}</label>}
      </div>
      <p className="hint">{t('preview.hint')}</p>
      <ProblemNote error={found.error} />
      {found.isPending && <p className="org-reading" role="status">{words.t('list.reading')}</p>}
      {found.data && !found.error && <div className={found.isPlaceholderData ? 'org-stale' : undefined}><FormShown preview={found.data} /></div>}
    </SideSheet>
  );
}

function FormShown({ preview }: { preview: PaperPreview }) {
  const { title, ordinal } = useWords();
  return (
    <>
      {preview.sections.map((section, index) => (
        <section key={index} className="form-part">
          <h3 className="serif">{ordinal(index)}、{title(section.title)}</h3>
          {section.instructions && <p className="section-instructions">{title(section.instructions)}</p>}
          {section.questions.map((question) => <QuestionShown key={`${preview.number} ${question.slot}`} question={question} known={preview.keys?.[question.slot]} />)}
        </section>
      ))}
    </>
  );
}

function QuestionShown({ question, known }: { question: CandidateQuestion; known: NonNullable<PaperPreview['keys']>[string] | undefined }) {
  const { t, title } = useWords();
  const { t: p } = useTranslation('papers');
  return (
    <div className="form-question preview-sheet">
      <p className="t13 mute">{t('paper.nMarks', { marks: question.marks })} · {title(question.scoringText)}</p>
      <AnswerFields question={question} body={{}} disabled onAnswer={() => undefined} />
      {known && <div className="form-key"><p className="t13 mute">{p('preview.keyOf', { code: known.code })}</p><KeyView content={known.content} questionKey={known.key} /></div>}
    </div>
  );
}
