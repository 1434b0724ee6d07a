import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView, ReferenceArticle, ReferenceView } from '#lib/contracts';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { keepFonts } from '../look/keep-fonts.js';
import { Button } from '../look/parts.js';
import { examApi } from './exam-api.js';
import { partText, searchArticles, searchTerms, type ArticleHit } from './search-articles.js';
import { useArticleNotes, type ArticleNotes } from './use-article-notes.js';

/** The texts of an open-book exam, read once so that reading and searching go on without network. */
export function ReferencesPane({ attempt, splitter }: { attempt: AttemptView; splitter: ReactNode }) {
  const { t } = useTranslation('exam');
  const title = useTitle();
  const { loaded, failed, retry } = useReferences(attempt);
  const [query, setQuery] = useState('');
  const [tab, setTab] = useState<'text' | 'bookmarks'>('text');
  const [shown, setShown] = useState(attempt.references[0]?.id ?? '');
  const [target, setTarget] = useState<string | null>(null);
  const notes = useArticleNotes(attempt.id);
  const marked = [...notes.of.values()].filter(({ bookmarked, text }) => bookmarked || text !== '').map(({ articleId }) => articleId);
  const reference = loaded.find(({ id }) => id === shown);
  const hits = searchArticles(loaded, query);
  const total = hits.reduce((sum, { matches }) => sum + matches, 0);
  const goTo = (referenceId: string, articleId: string): void => {
    setShown(referenceId);
    setTarget(articleId);
    setTab('text');
    notes.opened(articleId);
  };

  return (
    <aside className="ref" aria-label={t('refs.title')}>
      {splitter}
      <div className="tabs" role="tablist">
        <button type="button" role="tab" aria-selected={tab === 'text'} onClick={() => setTab('text')}>{t('refs.title')}</button>
        <button type="button" role="tab" aria-selected={tab === 'bookmarks'} onClick={() => setTab('bookmarks')}>{t('refs.bookmarks', { count: marked.length })}</button>
      </div>
      {tab === 'text' && <SearchBox query={query} total={total} onQuery={setQuery} />}
      {tab === 'text' && query.trim() && loaded.length === attempt.references.length && hits.length === 0 && <p className="no-hits" role="status">{t('refs.none', { q: query.trim() })}</p>}
      {tab === 'text' && hits.length > 0 && <Hits hits={hits} terms={searchTerms(query)} current={target} onGo={goTo} />}
      {tab === 'text' && attempt.references.length > 1 && (
        <label className="which"><span className="vh">{t('refs.choose')}</span>
          <select className="inp" value={shown} onChange={(event) => { setShown(event.target.value); setTarget(null); }}>
            {attempt.references.map((item) => <option key={item.id} value={item.id}>{title(item.title)}</option>)}
          </select>
        </label>
      )}
      {tab === 'bookmarks' && <Bookmarks references={loaded} ids={marked} notes={notes} onGo={goTo} />}
      {tab === 'text' && !reference && (failed
        ? <div className="law"><p role="alert">{t('refs.failed')} <Button size="sm" onClick={retry}>{t('refs.loading')}</Button></p></div>
        : <div className="law"><p role="status">{t('refs.loading')}</p></div>)}
      {tab === 'text' && reference && <Law reference={reference} terms={searchTerms(query)} target={target} hitIds={new Set(hits.map(({ article }) => article.id))} notes={notes} />}
    </aside>
  );
}

function useReferences(attempt: AttemptView): { loaded: ReferenceView[]; failed: boolean; retry: () => void } {
  const [loaded, setLoaded] = useState<ReferenceView[]>([]);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const views: ReferenceView[] = [];
      for (const { id } of attempt.references) {
        views.push(await examApi.reference(attempt.id, id));
        if (gone) return;
        setLoaded([...views]);
        keepFonts(JSON.stringify(views[views.length - 1]?.articleList));
      }
    };
    load().then(() => setFailed(false), () => { if (!gone) setFailed(true); });
    return () => { gone = true; };
  }, [attempt.id, attempt.references, round]);
  return { loaded, failed, retry: () => { setFailed(false); setRound(round + 1); } };
}

function SearchBox({ query, total, onQuery }: { query: string; total: number; onQuery: (query: string) => void }) {
  const { t } = useTranslation('exam');
  return (
    <div className="srch">
      <div className="w">
        <Icon name="search" />
        <input className="inp" type="text" inputMode="search" value={query} onChange={(event) => onQuery(event.target.value)} aria-label={t('refs.search')} placeholder={t('refs.search')} autoComplete="off" />
        {query && <span className="n"><span role="status">{t('refs.hits', { count: total })}</span><button type="button" aria-label={t('refs.clear')} onClick={() => onQuery('')}><Icon name="x" /></button></span>}
      </div>
    </div>
  );
}

function Hits({ hits, terms, current, onGo }: { hits: ArticleHit[]; terms: string[]; current: string | null; onGo: (referenceId: string, articleId: string) => void }) {
  return (
    <ul className="hits">
      {hits.map(({ referenceId, article, excerpt }) => (
        <li key={article.id}>
          <button type="button" className={article.id === current ? 'on' : ''} onClick={() => onGo(referenceId, article.id)}>
            <b>{article.label}</b><span><Marked text={excerpt} terms={terms} /></span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Marked({ text, terms }: { text: string; terms: string[] }) {
  return <>{partText(text, terms).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</>;
}

interface LawProps {
  reference: ReferenceView;
  terms: string[];
  target: string | null;
  hitIds: Set<string>;
  notes: ArticleNotes;
}

function Law({ reference, terms, target, hitIds, notes }: LawProps) {
  const title = useTitle();
  const box = useRef<HTMLElement>(null);
  const words = terms.join(' ');
  const [active, setActive] = useState<string | null>(null);
  useEffect(() => {
    const article = target ? box.current?.querySelector<HTMLElement>(`[data-article="${CSS.escape(target)}"]`) : null;
    if (article && box.current) box.current.scrollTop = article.offsetTop - 8;
  }, [target, words]);
  return (
    <article className="law" tabIndex={0} ref={box} aria-label={title(reference.title)}>
      <h2>{title(reference.title)}</h2>
      {reference.articleList.map((article, index) => (
        <Article key={article.id} article={article} chapter={article.chapter !== reference.articleList[index - 1]?.chapter ? article.chapter : null} terms={terms} hit={hitIds.has(article.id)} current={article.id === target} active={article.id === (active ?? target)} onActive={() => { setActive(article.id); notes.opened(article.id); }} notes={notes} />
      ))}
    </article>
  );
}

interface ArticleProps {
  article: ReferenceArticle;
  chapter: string | null;
  terms: string[];
  hit: boolean;
  current: boolean;
  /** Shows what can be done with the article. */
  active: boolean;
  onActive: () => void;
  notes: ArticleNotes;
}

function Article({ article, chapter, terms, hit, current, active, onActive, notes }: ArticleProps) {
  const { t } = useTranslation('exam');
  const note = notes.of.get(article.id);
  const marked = note?.bookmarked ?? false;
  const [writing, setWriting] = useState(false);
  const text = article.text.startsWith(article.label) ? article.text.slice(article.label.length).trimStart() : article.text;
  return (
    <div data-article={article.id} className={current || hit ? 'art-box hit' : 'art-box'}>
      {chapter && <h3>{chapter}</h3>}
      {text.split('\n').map((paragraph, index) => (
        <p key={index}>{index === 0 && <button type="button" className="art" aria-expanded={active || marked || Boolean(note?.text)} onClick={onActive}>{article.label}</button>}<Marked text={paragraph} terms={terms} /></p>
      ))}
      {note?.text && !writing && <p className="own-note"><span className="vh">{t('refs.note')}</span>{note.text}</p>}
      {writing && <NoteEditor label={t('refs.noteOf', { label: article.label })} text={note?.text ?? ''} onDone={(text) => { notes.write(article.id, { bookmarked: marked, text }); setWriting(false); }} onCancel={() => setWriting(false)} />}
      {(active || marked || Boolean(note?.text)) && !writing && <div className="acts">
        <Button kind="quiet" size="sm" icon="bm" aria-pressed={marked} onClick={() => notes.write(article.id, { bookmarked: !marked, text: note?.text ?? '' })}>{t(marked ? 'refs.unbookmark' : 'refs.bookmark')}<span className="vh"> {article.label}</span></Button>
        <Button kind="quiet" size="sm" icon="note" onClick={() => setWriting(true)}>{t(note?.text ? 'refs.noteEdit' : 'refs.noteAdd')}<span className="vh"> {article.label}</span></Button>
      </div>}
    </div>
  );
}

function NoteEditor({ label, text: first, onDone, onCancel }: { label: string; text: string; onDone: (text: string) => void; onCancel: () => void }) {
  const { t } = useTranslation('exam');
  const [text, setText] = useState(first);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="note-editor">
      <textarea className="inp" ref={box} rows={3} maxLength={2000} aria-label={label} placeholder={t('refs.noteHint')} value={text} onChange={(event) => setText(event.target.value)} />
      <Button size="sm" kind="pri" onClick={() => onDone(text.trim())}>{t('refs.noteSave')}</Button><Button size="sm" kind="quiet" onClick={onCancel}>{t('refs.noteCancel')}</Button>
    </div>
  );
}

function Bookmarks({ references, ids, notes, onGo }: { references: ReferenceView[]; ids: string[]; notes: ArticleNotes; onGo: (referenceId: string, articleId: string) => void }) {
  const { t } = useTranslation('exam');
  const found = references.flatMap(({ id, articleList }) => articleList.filter((article) => ids.includes(article.id)).map((article) => ({ referenceId: id, article })));
  if (found.length === 0) return <p className="no-hits">{t('refs.noBookmarks')}</p>;
  return (
    <ul className="hits tall">
      {found.map(({ referenceId, article }) => (
        <li key={article.id}><button type="button" onClick={() => onGo(referenceId, article.id)}><b>{article.label}</b><span>{notes.of.get(article.id)?.text || article.text.slice(0, 60)}</span></button></li>
      ))}
    </ul>
  );
}
