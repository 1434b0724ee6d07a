import { useRef, useState, type DragEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { questionKinds, type QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';

const ways = ['file', 'paste', 'template'] as const;
const accepted = '.xlsx,.xlsm,.csv,.tsv,.txt,.json,text/csv,text/plain,application/json';

/** Takes a file or a text, or gives a template. Nothing is stored in the bank before the last step. */
export function ImportFile({ onRead }: { onRead: (view: QuestionImportView) => void }) {
  const { t } = useTranslation('bank-import');
  const [way, setWay] = useState<(typeof ways)[number]>('file');
  const read = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return api.post<QuestionImportView>('/question-imports', body, { timeoutMs: 60_000 });
    },
    onSuccess: onRead,
  });
  return (
    <section className="org-cols2">
      <div>
        <div className="import-ways" role="tablist" aria-label={t('title')}>
          {ways.map((name) => <button key={name} type="button" role="tab" id={`way-${name}`} aria-selected={way === name} aria-controls="import-way" onClick={() => { setWay(name); read.reset(); }}>{t(`from.${name}`)}</button>)}
        </div>
        <div id="import-way" role="tabpanel" aria-labelledby={`way-${way}`}>
          {way === 'file' && <Drop reading={read.isPending ? read.variables.name : null} onFile={read.mutate} />}
          {way === 'paste' && <Paste busy={read.isPending} onFile={read.mutate} />}
          {way === 'template' && <Templates />}
        </div>
        <ProblemNote error={read.error} />
      </div>
      <aside className="org-aside">
        <h2 className="h2">{t('whatTitle')}</h2>
        <ul className="org-bullets">{(['what1', 'what2', 'what3', 'what4'] as const).map((key) => <li key={key}>{t(key)}</li>)}</ul>
      </aside>
    </section>
  );
}

function Drop({ reading, onFile }: { reading: string | null; onFile: (file: File) => void }) {
  const { t } = useTranslation('bank-import');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined): void => { if (file) onFile(file); };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div className={`org-drop ${over ? 'over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <Icon name="upload" />
      <p className="b" role="status">{reading === null ? t('drop') : t('readingFile', { name: reading })}</p>
      <p className="hint">{t('limit')}</p>
      <input ref={input} type="file" accept={accepted} className="vh" tabIndex={-1} aria-label={t('choose')} onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
      <Button kind="pri" disabled={reading !== null} onClick={() => input.current?.click()}>{t('choose')}</Button>
    </div>
  );
}

function Paste({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('bank-import');
  const { t: words } = useWords();
  const [text, setText] = useState('');
  return (
    <div className="import-paste">
      <label className="lab" htmlFor="import-text">{t('pasteLabel')}</label>
      <textarea id="import-text" className="inp" rows={14} value={text} placeholder={t('pasteExample')} aria-describedby="import-text-hint" onChange={(event) => setText(event.target.value)} />
      <p id="import-text-hint" className="hint">{t('pasteHint')}</p>
      <div className="org-acts-row"><Button kind="pri" disabled={busy || text.trim() === ''} onClick={() => onFile(new File([text], t('pasteName'), { type: 'text/plain' }))}>{busy ? words('act.working') : t('pasteRead')}</Button></div>
    </div>
  );
}

function Templates() {
  const { t } = useTranslation('bank-import');
  const { t: words, en } = useWords();
  const [kind, setKind] = useState('all');
  const address = (format: 'xlsx' | 'csv'): string => `/api/v1/question-templates/${kind}?format=${format}&lang=${en ? 'en' : 'zh'}`;
  return (
    <div className="import-templates">
      <p>{t('templateNote')}</p>
      <label className="lab" htmlFor="template-kind">{t('templateKind')}</label>
      <select id="template-kind" className="inp" value={kind} onChange={(event) => setKind(event.target.value)}>
        <option value="all">{t('templateAll')}</option>
        {questionKinds.map((one) => <option key={one} value={one}>{words(`kind.${one}`)}</option>)}
      </select>
      <div className="org-acts-row start">
        <a className="btn pri" href={address('xlsx')} download><Icon name="download" />{t('templateXlsx')}</a>
        <a className="btn" href={address('csv')} download>{t('templateCsv')}</a>
      </div>
    </div>
  );
}
