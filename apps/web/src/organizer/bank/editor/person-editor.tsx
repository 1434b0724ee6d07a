import { useTranslation } from 'react-i18next';
import type { EssayContent, FileContent, FileKind, PersonKey } from '#lib/contracts';
import { Button } from '../../../look/parts.js';
import { Check, Line, RowTools } from './editor-parts.js';
import { withCriterion, type Pair } from './question-draft.js';
import { RichEditor } from './rich-editor.js';

const fileKinds: FileKind[] = ['document', 'image', 'audio', 'video'];
const megabyte = 1_048_576;

/** What a person marks: its limits, the guide for markers and the rubric. */
export function PersonEditor({ pair, onChange }: { pair: { content: EssayContent | FileContent; key: Pair['key'] }; onChange: (pair: Pair) => void }) {
  const { t } = useTranslation('bank');
  const { content } = pair;
  const key = pair.key as PersonKey;
  const setKey = (next: Partial<PersonKey>): void => onChange({ content, key: { ...key, ...next } } as Pair);
  return (
    <>
      {content.kind === 'essay' ? <EssayLimits content={content} onChange={(next) => onChange({ content: next, key } as Pair)} /> : <FileLimits content={content} onChange={(next) => onChange({ content: next, key } as Pair)} />}
      <h4>{t('person.guide')}</h4>
      <RichEditor label={t('person.guide')} html={key.guide ?? ''} onChange={(guide) => setKey({ guide: guide === '' ? null : guide })} />
      <h4>{t('person.rubric')}</h4>
      <ul className="edit-rows">
        {key.rubric.map((criterion, index) => {
          const set = (next: Partial<typeof criterion>): void => setKey({ rubric: key.rubric.map((one, at) => (at === index ? { ...one, ...next } : one)) });
          return (
            <li key={criterion.id}>
              <Line label={t('person.criterion')} hideLabel={index > 0} value={criterion.title} onChange={(title) => set({ title })} />
              <Line width="narrow" mode="decimal" label={t('person.marks')} hideLabel={index > 0} value={criterion.marks} onChange={(marks) => set({ marks })} />
              <Line label={t('person.description')} hideLabel={index > 0} value={criterion.description ?? ''} onChange={(description) => set({ description })} />
              <RowTools name={criterion.title || t('person.criterion')} removable onRemove={() => setKey({ rubric: key.rubric.filter((_, at) => at !== index) })} />
            </li>
          );
        })}
      </ul>
      <Button size="sm" icon="plus" onClick={() => setKey(withCriterion(key))}>{t('person.addCriterion')}</Button>
    </>
  );
}

function EssayLimits({ content, onChange }: { content: EssayContent; onChange: (content: EssayContent) => void }) {
  const { t } = useTranslation('bank');
  const whole = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);
  return (
    <div className="edit-pairs">
      <Line width="narrow" mode="numeric" label={t('person.least')} value={String(content.minLength ?? '')} onChange={(text) => onChange({ ...content, minLength: whole(text) })} maxLength={5} />
      <Line width="narrow" mode="numeric" label={t('person.most')} value={String(content.maxLength ?? '')} onChange={(text) => onChange({ ...content, maxLength: whole(text) })} maxLength={5} />
    </div>
  );
}

function FileLimits({ content, onChange }: { content: FileContent; onChange: (content: FileContent) => void }) {
  const { t } = useTranslation('bank');
  return (
    <>
      <div className="edit-checks" role="group" aria-label={t('person.accept')}>
        {fileKinds.map((kind) => <Check key={kind} label={t(`person.${kind}`)} checked={content.accept.includes(kind)} onChange={(on) => onChange({ ...content, accept: on ? [...content.accept, kind] : content.accept.filter((one) => one !== kind) })} />)}
      </div>
      <div className="edit-pairs">
        <Line width="narrow" mode="numeric" label={t('person.maxFiles')} value={String(content.maxFiles)} onChange={(text) => onChange({ ...content, maxFiles: Number(text.replace(/\D/g, '')) || 1 })} maxLength={2} />
        <Line width="narrow" mode="numeric" label={t('person.maxSize')} value={String(Math.round(content.maxBytes / megabyte))} onChange={(text) => onChange({ ...content, maxBytes: (Number(text.replace(/\D/g, '')) || 1) * megabyte })} maxLength={5} />
      </div>
    </>
  );
}
