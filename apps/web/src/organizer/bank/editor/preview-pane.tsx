import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorText, hasAnswer, type PreviewQuestion, type QuestionPreview, type ResponseBody, type TriedMark } from '#lib/contracts';
import { api } from '../../../api/client.js';
import { Icon } from '../../../look/icon.js';
import { AnswerFields } from '../../../question/answer-fields.js';
import { useSettled } from '../../parts/list-state.js';
import { useWords } from '../../parts/words.js';

/** What keeps a draft from being stored, and how it would look and be marked. */
export function useQuestionPreview(draft: Omit<PreviewQuestion, 'response'>, response: ResponseBody) {
  const body: PreviewQuestion = hasAnswer(response) ? { ...draft, response } : draft;
  const text = useSettled(JSON.stringify(body), 400);
  return useQuery({
    queryKey: ['/questions/preview', text],
    queryFn: () => api.post<QuestionPreview>('/questions/preview', JSON.parse(text) as PreviewQuestion),
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  });
}

/** The question as the candidate sees it; it can be tried, and says how that is marked. */
export function PreviewPane({ draft }: { draft: Omit<PreviewQuestion, 'response'> }) {
  const { t } = useTranslation('bank');
  const { en } = useWords();
  const [tried, setTried] = useState<ResponseBody>({});
  const { data } = useQuestionPreview(draft, tried);
  return (
    <section className="preview" aria-label={t('preview.title')}>
      <h2 className="org-h3">{t('preview.title')}</h2>
      <p className="hint">{t('preview.hint')}</p>
      <div className="preview-sheet">
        {data?.question ? <AnswerFields question={data.question} body={tried} disabled={false} onAnswer={setTried} /> : <p className="mute">{t('preview.none')}</p>}
      </div>
      {hasAnswer(tried) && data?.marking && <Tried marking={data.marking} />}
      {(data?.problems.length ?? 0) > 0 && (
        <div className="preview-problems" role="status">
          <p className="b"><Icon name="warn" small />{t('preview.problems', { count: data!.problems.length })}</p>
          <ul>{data!.problems.slice(0, 12).map(({ path, code, params }) => <li key={path + code}><b>{t([`place.${placeOf(path)}` as 'place.other', 'place.other'], { id: path.split('.').slice(2).join(' ') })}</b> {errorText(code, en ? 'en' : 'zh-CN', params)}</li>)}</ul>
        </div>
      )}
    </section>
  );
}

/** What of the question a path such as `content.options.1.html` or `key.correct` is about. */
function placeOf(path: string): string {
  const [side, field = ''] = path.split('.');
  return side === 'key' && field !== 'explanation' ? 'key' : field;
}

function Tried({ marking }: { marking: TriedMark }) {
  const { t } = useTranslation('bank');
  const { state, mark, maxMark, given, matched, parts } = marking;
  const shown = (value: string | string[] | null): string => (Array.isArray(value) ? value.join(t('preview.and')) : value) ?? '—';
  return (
    <div className={`tried ${state}`} role="status">
      <p className="b">{t(`tried.${state}`)}{mark !== null && <span className="num"> {t('tried.mark', { mark, max: maxMark })}</span>}</p>
      <dl>
        <div><dt>{t('tried.rule')}</dt><dd>{t([`rule.${marking.rule}` as 'rule.exact', 'rule.other'], { rule: marking.rule })}</dd></div>
        {given !== null && <div><dt>{t('tried.given')}</dt><dd>{shown(given)}</dd></div>}
        {matched !== null && <div><dt>{t('tried.matched')}</dt><dd>{shown(matched)}</dd></div>}
        {parts.map((part) => <div key={part.id}><dt>{part.id}</dt><dd>{t(`tried.${part.state as 'right'}`)} · {part.given ?? '—'}{part.matched !== null && ` → ${part.matched}`}</dd></div>)}
      </dl>
    </div>
  );
}
