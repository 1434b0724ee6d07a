import { useRef, useState, type DragEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { QuestionImportView } from '#lib/contracts';
import { api } from '../../api/client.js';
import { Icon } from '../../look/icon.js';
import { Button } from '../../look/parts.js';
import { ProblemNote } from '../parts/problem.js';
import { useWords } from '../parts/words.js';

/** Takes the file. Nothing is stored in the bank before the last step. */
export function ImportFile({ onRead }: { onRead: (view: QuestionImportView) => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const read = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return api.post<QuestionImportView>('/question-imports', body);
    },
    onSuccess: onRead,
  });
  const take = (file: File | undefined): void => { if (file) read.mutate(file); };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <section className="org-cols2">
      <div>
        <div className={`org-drop ${over ? 'over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
          <Icon name="upload" />
          <p className="b">{read.isPending ? t('import.readingFile', { name: read.variables.name }) : t('import.drop')}</p>
          <p className="hint">{t('import.limit')}</p>
          <input ref={input} type="file" accept=".csv,text/csv,.txt" className="vh" tabIndex={-1} aria-label={t('import.choose')} onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
          <Button kind="pri" disabled={read.isPending} onClick={() => input.current?.click()}>{t('import.choose')}</Button>
        </div>
        <ProblemNote error={read.error} />
      </div>
      <aside className="org-aside">
        <h2 className="h2">{t('import.whatTitle')}</h2>
        <ul className="org-bullets">{(['what1', 'what2', 'what3', 'what4'] as const).map((key) => <li key={key}>{t(`import.${key}`)}</li>)}</ul>
      </aside>
    </section>
  );
}
