import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateBody, CandidatePart, CandidateQuestion, ResponseBody } from '#lib/contracts';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { GapPlaces, RichText } from '../look/rich-text.js';
import type { HandIn } from './file-field.js';
import { optionLetter, toggleOption } from './options.js';
import { rareFields } from './load-rare-fields.js';
import { GapField, TextField } from './text-fields.js';
import './question.css';

/** What a candidate gives to one question; one part of a composite question has the same. */
export type Given = Omit<ResponseBody, 'parts' | 'flagged'>;

/** How fast an answer should travel: what is chosen at once, what is typed when the writer pauses. */
export type Pace = 'chosen' | 'typed';

export interface FieldProps<B extends CandidateBody['kind'] = CandidateBody['kind']> {
  question: Extract<CandidateBody, { kind: B }>;
  /** Unique on the page: the names of its controls begin with it. */
  name: string;
  given: Given;
  onGive: (given: Given, pace: Pace) => void;
}

interface AnswerFieldsProps {
  question: CandidateQuestion;
  body: ResponseBody;
  disabled: boolean;
  onAnswer: (body: ResponseBody, pace: Pace) => void;
  /** Where files are handed in; without it the field only shows what it would be. */
  handIn?: HandIn;
}

/** The text of one question and what answers it, whatever its kind. */
export function AnswerFields({ question, body, disabled, onAnswer, handIn }: AnswerFieldsProps) {
  const lead = <span className="no">{question.number}.</span>;
  if (question.kind === 'unknown') return <p className="ask">{lead}</p>;
  if (question.kind === 'composite') {
    return (
      <>
        <div className="stimulus"><RichText html={question.html} /></div>
        {question.parts.map((part, index) => (
          <Part key={part.id} part={part} number={index + 1} of={question} disabled={disabled} handIn={handIn} given={body.parts?.[part.id] ?? {}}
            onGive={(given, pace) => onAnswer({ ...body, parts: { ...body.parts, [part.id]: given } }, pace)} />
        ))}
      </>
    );
  }
  return (
    <Asked body={question} html={question.html} lead={lead} name={question.slot} disabled={disabled} handIn={handIn} given={body}
      onGive={(given, pace) => onAnswer({ ...given, ...(body.flagged ? { flagged: true } : {}) }, pace)} />
  );
}

function Part({ part, number, of, ...asked }: { part: CandidatePart; number: number; of: CandidateQuestion; disabled: boolean; handIn?: HandIn | undefined; given: Given; onGive: (given: Given, pace: Pace) => void }) {
  const { t } = useTranslation('common');
  const title = useTitle();
  return (
    <section className="part">
      <p className="part-facts"><span>{t('unit.marks', { count: Number(part.marks) })}</span><span>{title(part.scoringText)}</span></p>
      <Asked body={part} html={part.html} lead={<span className="no">（{number}）</span>} name={`${of.slot}-${part.id}`} {...asked} />
    </section>
  );
}

interface AskedProps {
  body: CandidateBody;
  html: string;
  lead: ReactNode;
  name: string;
  disabled: boolean;
  given: Given;
  onGive: (given: Given, pace: Pace) => void;
  handIn?: HandIn | undefined;
}

/** What is asked, and below it (or, with gaps, in it) what answers. */
function Asked({ body, html, lead, name, disabled, given, onGive, handIn }: AskedProps) {
  const id = useId();
  if (body.kind === 'gap_fill' || body.kind === 'cloze') {
    const places = (gap: string): ReactNode => <GapField question={body} gap={gap} name={name} given={given} onGive={onGive} />;
    return (
      <fieldset disabled={disabled} aria-labelledby={id}>
        <div className="ask gapped" id={id}>{lead}<GapPlaces.Provider value={places}><RichText html={html} /></GapPlaces.Provider></div>
      </fieldset>
    );
  }
  const choice = body.kind === 'single' || body.kind === 'multiple' || body.kind === 'true_false';
  return (
    <fieldset disabled={disabled} aria-labelledby={choice ? undefined : id}>
      {choice ? <legend className="ask">{lead}<RichText html={html} inline /></legend> : <div className="ask" id={id}>{lead}<RichText html={html} /></div>}
      <AnswerField body={body} name={name} labelledBy={id} given={given} onGive={onGive} handIn={handIn} />
    </fieldset>
  );
}

function AnswerField({ body, labelledBy, handIn, ...field }: { body: CandidateBody; name: string; labelledBy: string; given: Given; onGive: (given: Given, pace: Pace) => void; handIn?: HandIn | undefined }) {
  switch (body.kind) {
    case 'single': case 'multiple': case 'true_false': return <ChoiceField question={body} {...field} />;
    case 'numeric': case 'short': return <TextField question={body} labelledBy={labelledBy} {...field} />;
    case 'essay': case 'matching': case 'ordering': case 'file': return <RareField body={body} labelledBy={labelledBy} handIn={handIn} {...field} />;
    default: return null;
  }
}

interface RareFieldProps {
  body: Extract<CandidateBody, { kind: 'essay' | 'matching' | 'ordering' | 'file' }>;
  name: string;
  labelledBy: string;
  given: Given;
  onGive: (given: Given, pace: Pace) => void;
  handIn?: HandIn | undefined;
}

/** Fields that few papers have, loaded with the first of them. */
function RareField({ body, labelledBy, handIn, ...field }: RareFieldProps) {
  const { t } = useTranslation('common');
  const fields = rareFields.use();
  if (!fields) return <p role="status">{t('state.loading')}</p>;
  switch (body.kind) {
    case 'essay': return <fields.EssayField question={body} labelledBy={labelledBy} {...field} />;
    case 'matching': return <fields.MatchingField question={body} {...field} />;
    case 'ordering': return <fields.OrderingField question={body} {...field} />;
    case 'file': return <fields.FileField question={body} handIn={handIn} {...field} />;
  }
}

function ChoiceField({ question, name, given, onGive }: FieldProps<'single' | 'multiple' | 'true_false'>) {
  const chosen = given.chosen ?? [];
  const multiple = question.kind === 'multiple';
  return question.options.map((option, index) => {
    const on = chosen.includes(option.id);
    return (
      <label key={option.id} className={`opt ${on ? 'on' : ''} ${multiple ? '' : 'one'}`}>
        <input className="vh" type={multiple ? 'checkbox' : 'radio'} name={`slot-${name}`} checked={on} onChange={() => onGive({ chosen: toggleOption(question.kind, chosen, option.id) }, 'chosen')} />
        <span className="box"><Icon name="check" /></span>
        <span className="l">{optionLetter(index)}</span>
        <RichText html={option.html} inline />
      </label>
    );
  });
}
