import type { Title, WritePaper } from '#lib/contracts';
import type { Transactions } from '#lib/database';
import { PaperAccess, Papers, PaperVault, References, storeQuestions } from '#lib/question-bank';
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

/** Stores the demo's questions, its regulation and three published papers. */
export async function loadBank(transactions: Transactions, people: LoadedPeople): Promise<LoadedBank> {
  const [author, organizer] = [await people.actor('author'), await people.actor('organizer')];
  const questions = await readDemoQuestions();
  const versions = await transactions.run((manager) => storeQuestions(manager, questions, { orgUnitId: people.systemId, createdBy: author.personId, state: 'published' }));
  const pick: Pick = (subject, kind, count, skip = 0) => questions
    .flatMap((question, index) => ((subject === '' || question.subject === subject) && question.content.kind === kind ? [versions[index]] : []))
    .slice(skip, skip + count);
  const reference = await new References(transactions).create(author, {
    orgUnitId: people.systemId, title: { zh: '现场记录管理规定（示范文本）', en: 'Rules on On-site Records (sample text)' }, text: await readDemoRegulation(),
  });
  const papers = new Papers(transactions, new PaperAccess(transactions, new PaperVault({})));
  const publish = async (title: Title, single: string[], multiple: string[], judgement: string[]): Promise<string> => {
    const draft = await papers.create(organizer, toPaper(people.systemId, title, single, multiple, judgement));
    return (await papers.publish(organizer, draft.id, draft.version)).id;
  };
  return {
    referenceId: reference.id,
    openBook: await publish({ zh: '现场记录开卷试卷', en: 'On-site records, open book' }, pick('现场记录', 'single', 10), pick('现场记录', 'multiple', 6), pick('现场记录', 'true_false', 6)),
    knowledge: await publish({ zh: '综合知识试卷', en: 'General knowledge' }, pick('', 'single', 14, 6), pick('', 'multiple', 8, 3), pick('', 'true_false', 8, 4)),
    zone: await publish({ zh: '岗位业务片区卷', en: 'Professional paper for the zones' }, pick('', 'single', 12, 12), pick('', 'multiple', 8, 6), pick('', 'true_false', 8, 8)),
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
