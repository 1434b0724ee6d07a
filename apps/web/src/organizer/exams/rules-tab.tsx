import { useState } from 'react';
import type { ExamView } from '#lib/contracts';
import { Button } from '../../look/parts.js';
import { SectionHead } from '../parts/page-head.js';
import { durationText, useWords } from '../parts/words.js';
import { ChangeSheet } from './change-sheet.js';
import { useSetUpWords } from './exam-setup-texts.js';
import { useSittings } from './rooms-tab.js';
import { reviewParts } from './rules-draft.js';

/** The rules in force, and the way to change them. */
export function RulesTab({ view }: { view: ExamView }) {
  const s = useSetUpWords();
  const words = useWords();
  const { t, title, when } = words;
  const { rules } = view;
  const [open, setOpen] = useState(false);
  const sittings = useSittings(view.id, open).data;
  const rows: [string, string][] = [
    [t('exam.mode'), t(`exam.modes.${view.mode}`)],
    [t('exam.duration'), durationText(words, view.durationSeconds)],
    [s('rules.earliest'), s('rules.minutes', { n: Math.round(rules.earliestSubmitSeconds / 60) })],
    [s('rules.grace'), s('rules.seconds', { n: view.graceSeconds })],
    [s('rules.passMark'), view.passMark ?? s('rules.none')],
    [s('rules.attempts'), rules.attemptsAllowed === 1 ? '1' : `${rules.attemptsAllowed} · ${s(`rules.policies.${rules.attemptPolicy}`)}`],
    [s('rules.navigation'), s(`rules.navigations.${rules.navigation}`)],
    [s('rules.release'), `${s(`rules.releases.${rules.release}`)}${rules.release === 'at_time' ? ` · ${when(rules.releaseAt)}` : ''}`],
    ...reviewParts.map((part): [string, string] => [s(`rules.reviewParts.${part}`), `${s(`rules.whens.${rules.review[part].when}`)}${rules.review[part].at && rules.review[part].when === 'at_time' ? ` · ${when(rules.review[part].at)}` : ''}`]),
    [s('rules.accessCode'), rules.hasAccessCode ? s('rules.set') : s('rules.none')],
    [s('rules.ranges'), rules.addressRanges.length > 0 ? rules.addressRanges.join(', ') : s('rules.any')],
    [s('rules.instructions'), rules.instructions ? title(rules.instructions) : s('rules.none')],
  ];
  return (
    <section>
      <SectionHead title={t('exam.one')} note={title(view.title)}>{view.state !== 'cancelled' && <Button kind="pri" icon="edit" onClick={() => setOpen(true)}>{s('change.act')}</Button>}</SectionHead>
      <table className="tbl org-figures org-rules"><tbody>{rows.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody></table>
      {open && sittings && <ChangeSheet view={view} sittings={sittings} onClose={() => setOpen(false)} />}
    </section>
  );
}
