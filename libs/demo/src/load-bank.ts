import type { DrawRule, ReferenceView, Title, WritePaper } from '#lib/contracts';
import type { Transactions } from '#lib/database';
import type { Actor } from '#lib/identity';
import { Categories, PaperAccess, Papers, PaperVault, References, storeQuestions } from '#lib/question-bank';
import { demoDictionaries } from './demo-organization.js';
import { readDemoQuestions, readDemoRegulation } from './demo-questions.js';
import type { LoadedPeople } from './load-people.js';

/** The bank part of the demo. */
export interface LoadedBank {
  /** A published paper on the sample regulation, with what may be searched while it is sat. */
  openBook: string;
  referenceId: string;
  /** A published paper over all subjects. */
  knowledge: string;
  /** A published paper for the zone heats. */
  zone: string;
}

type Pick = (subject: string, kind: string, count: number, skip?: number) => string[];

/** Stores the demo's regulation, its questions by category (the last few still in review), and its published papers. */
export async function loadBank(transactions: Transactions, people: LoadedPeople): Promise<LoadedBank> {
  const [author, organizer] = [await people.actor('author'), await people.actor('organizer')];
  const reference = await new References(transactions).create(author, {
    orgUnitId: people.systemId, title: { zh: '现场记录管理规定（示范文本）', en: 'Rules on On-site Records (sample text)' }, text: await readDemoRegulation(),
  });
  const questions = await storeDemoQuestions(transactions, people, author, reference);
  const pick: Pick = (subject, kind, count, skip = 0) => questions
    .flatMap((question) => ((subject === '' || question.subject === subject) && question.kind === kind && question.published ? [question.versionId] : []))
    .slice(skip, skip + count);
  const papers = new Papers(transactions, new PaperAccess(transactions, new PaperVault({})));
  const publish = async (paper: WritePaper): Promise<string> => {
    const draft = await papers.create(organizer, paper);
    return (await papers.publish(organizer, draft.id, draft.version)).id;
  };
  const choices = (title: Title, single: string[], multiple: string[], judgement: string[]): Promise<string> => publish(toPaper(people.systemId, title, single, multiple, judgement));
  const loaded = {
    referenceId: reference.id,
    openBook: await choices({ zh: '现场记录开卷试卷', en: 'On-site records, open book' }, pick('现场记录', 'single', 10), pick('现场记录', 'multiple', 6), pick('现场记录', 'true_false', 6)),
    knowledge: await choices({ zh: '综合知识试卷', en: 'General knowledge' }, pick('', 'single', 14, 6), pick('', 'multiple', 8, 3), pick('', 'true_false', 8, 4)),
    zone: await choices({ zh: '岗位业务片区卷', en: 'Professional paper for the zones' }, pick('', 'single', 12, 12), pick('', 'multiple', 8, 6), pick('', 'true_false', 8, 8)),
  };
  await publish(toBlueprint(people.systemId));
  await papers.create(organizer, toEveryKind(people.systemId, pick));
  return loaded;
}

interface StoredDemoQuestion {
  versionId: string;
  subject: string;
  kind: string;
  published: boolean;
}

const inReview = 6;

async function storeDemoQuestions(transactions: Transactions, people: LoadedPeople, author: Actor, reference: ReferenceView): Promise<StoredDemoQuestion[]> {
  const questions = await readDemoQuestions();
  const articleOf = new Map(reference.articleList.map(({ label, id }) => [label, id]));
  const categories = await makeCategories(transactions, people, author, [...new Set(questions.map(({ subject }) => subject))]);
  const filed = questions.map((question) => ({ ...question, categoryId: categories.get(question.subject) ?? null, sourceArticleId: articleOf.get(question.article ?? '') ?? null }));
  const owner = { orgUnitId: people.systemId, createdBy: author.personId };
  const [ready, waiting] = [filed.slice(0, -inReview), filed.slice(-inReview)];
  const versions = await transactions.run(async (manager) => [
    ...await storeQuestions(manager, ready, { ...owner, state: 'published' }),
    ...await storeQuestions(manager, waiting, { ...owner, state: 'in_review' }),
  ]);
  return filed.map(({ subject, content }, index) => ({ versionId: versions[index], subject, kind: content.kind, published: index < ready.length }));
}

/** One category for each subject, whose published questions every unit below may use. */
async function makeCategories(transactions: Transactions, people: LoadedPeople, author: Actor, subjects: readonly string[]): Promise<Map<string, string>> {
  const categories = new Categories(transactions);
  const write = (title: Title, parentId: string | null) => categories.create(author, { orgUnitId: people.systemId, parentId, title, sharedBelow: true, sharedWithIds: [] });
  const english = new Map<string, string>(demoDictionaries.subject.map(([, zh, en]) => [zh, en]));
  const root = await write({ zh: '系统题库', en: 'System bank' }, null);
  const made: [string, string][] = [];
  for (const zh of subjects) made.push([zh, (await write({ zh, en: english.get(zh) }, root.id)).id]);
  return new Map(made);
}

/** A paper that draws other questions for every candidate. */
function toBlueprint(orgUnitId: string): WritePaper {
  const rule = (id: string, count: number, marks: string, filter: DrawRule['filter']): DrawRule => ({ id, count, marks, scoring: 'partial_per_right', filter });
  return {
    orgUnitId, title: { zh: '季度考核抽题卷', en: 'Quarterly test, drawn' }, shuffleQuestions: true, shuffleOptions: true,
    sections: [
      { title: { zh: '一、选择题', en: '1. Choice' }, slots: [], rules: [rule('r1', 10, '3', { kinds: ['single'] }), rule('r2', 5, '4', { kinds: ['multiple'] })] },
      { title: { zh: '二、判断题', en: '2. True or false' }, slots: [], rules: [rule('r3', 8, '2', { kinds: ['true_false'] })] },
      { title: { zh: '三、填空与计算', en: '3. Gaps and numbers' }, slots: [], rules: [rule('r4', 4, '4', { kinds: ['gap_fill', 'numeric'], difficulty: { max: 0.5 } })] },
    ],
  };
}

const everyKind = ['single', 'multiple', 'true_false', 'gap_fill', 'cloze', 'numeric', 'short', 'matching', 'ordering', 'composite', 'essay', 'file'] as const;

/** A draft with one question of each kind. */
function toEveryKind(orgUnitId: string, pick: Pick): WritePaper {
  return {
    orgUnitId, title: { zh: '题型样卷', en: 'One of every kind' }, shuffleQuestions: false, shuffleOptions: true,
    sections: [{
      title: { zh: '各种题型', en: 'Every kind' },
      slots: everyKind.flatMap((kind, index) => pick('', kind, 1).map((questionVersionId) => ({ slot: `k${index + 1}`, questionVersionId, marks: kind === 'composite' ? '12' : '4', scoring: 'partial_per_right' as const }))),
    }],
  };
}

function toPaper(orgUnitId: string, title: Title, single: string[], multiple: string[], judgement: string[]): WritePaper {
  let number = 0;
  const slots = (ids: string[], marks: string): WritePaper['sections'][number]['slots'] => ids.map((questionVersionId) => {
    number += 1;
    return { slot: `s${number}`, questionVersionId, marks, scoring: 'partial_per_right' };
  });
  return {
    orgUnitId, title, shuffleQuestions: true, shuffleOptions: true,
    sections: [
      { title: { zh: '一、单项选择题', en: '1. Single choice' }, instructions: { zh: '每题只有一个正确答案。', en: 'One answer is right.' }, slots: slots(single, '3') },
      { title: { zh: '二、多项选择题', en: '2. Multiple choice' }, instructions: { zh: '漏选得部分分，错选不得分。', en: 'Part of the marks for part of the answers; none with a wrong one.' }, slots: slots(multiple, '5') },
      { title: { zh: '三、判断题', en: '3. True or false' }, slots: slots(judgement, '2') },
    ],
  };
}
