import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionImportView } from '#lib/contracts';
import { RichText } from '../../look/rich-text.js';
import { plainText } from '../../question/plain-text.js';
import { SectionHead } from '../parts/page-head.js';
import { useWords } from '../parts/words.js';
import { PreviewPane } from './editor/preview-pane.js';
import { KeyView } from './key-view.js';

/** Some questions of every kind: as the candidate will see them, and their answers. */
export function ImportPreview({ view }: { view: QuestionImportView }) {
  const { t } = useTranslation('bank-import');
  const { t: words } = useWords();
  const [at, setAt] = useState(0);
  const chosen = view.preview[at];
  if (!chosen) return null;
  const { content, key, marks, scoring } = chosen.question;
  return (
    <>
      <SectionHead title={t('preview')} note={t('previewNote')} />
      <div className="import-preview">
        <ul aria-label={t('previewList')}>
          {view.preview.map(({ line, question }, index) => (
            <li key={line}><button type="button" aria-current={index === at} onClick={() => setAt(index)}><span>{words(`kind.${question.content.kind}`)}</span>{plainText(question.content.html).replace(/\[\[[\w-]+\]\]/g, '____').slice(0, 60) || '…'}</button></li>
          ))}
        </ul>
        {key && (
          <div key={chosen.line}>
            <PreviewPane draft={{ content, key, marks, scoring: scoring ?? null }} />
            <h3 className="org-h3 import-key">{t('keyTitle')}</h3>
            <KeyView content={content} questionKey={key} />
            {key.explanation && <RichText html={key.explanation} />}
          </div>
        )}
      </div>
    </>
  );
}
