import { Injectable } from '@nestjs/common';
import type { PaperPreview, PaperSection, QuestionContent, QuestionKey } from '#lib/contracts';
import { Transactions } from '#lib/database';
import { type Actor, requireAllowed } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { type FrozenPools, PaperAccess, type PaperDraft, PaperVault, previewPools, readPaper, structureOf } from '#lib/question-bank';
import { QuestionPicker } from '#lib/rules';
import type { EntityManager } from 'typeorm';
import { toSections } from './candidate-sections.js';
import { type FormContent } from './draw-form.js';
import { FormDrawer } from './form-drawer.js';

/** Any form of a paper before it is sat. */
@Injectable()
export class PaperPreviews {
  constructor(private readonly transactions: Transactions, private readonly access: PaperAccess, private readonly vault: PaperVault) {}

  /**
   * The form with a number, as its candidate would see it: of a draft with what its rules find now, of a published paper from its frozen pools. The
   * same number gives the same form, and none that an exam will draw. Keys only for who may see keys and asks for them.
   *
   * @throws DomainError `paper.sealed`, `paper.blueprint_infeasible`, `paper.apart_infeasible`.
   */
  async preview(actor: Actor, id: string, number: number, withKeys: boolean): Promise<PaperPreview> {
    const manager = this.transactions.reader;
    const paper = await readPaper(manager, id);
    await this.access.requireReader(actor, paper);
    if (withKeys) requireAllowed(actor, 'paper.keys', { paths: [paper.path] });
    const draft = await this.access.requireOpen(actor, paper, withKeys ? 'keys' : 'preview');
    const seed = `preview ${id}`;
    const drawer = paper.state === 'draft' || !paper.version_id ? await this.drawerOfDraft(manager, actor, id, draft, seed) : await FormDrawer.read(manager, this.vault, paper.version_id, seed);
    const [{ content: form }] = await drawer.draw(manager, [{ candidateId: String(number), number: 1 }]);
    const sections = toSections(form, drawer.structure, drawer.contentsOf(form));
    return { number, sections, keys: withKeys ? await readKeys(manager, form) : null };
  }

  private async drawerOfDraft(manager: EntityManager, actor: Actor, paperId: string, draft: PaperDraft, seed: string): Promise<FormDrawer> {
    const frozen = await previewPools(manager, actor, draft.sections);
    return FormDrawer.of(manager, { paperId, structure: await structureOf(manager, draft), picker: pickerOf(draft.sections, frozen), seed });
  }
}

/** @throws DomainError when the rules cannot be filled now. */
function pickerOf(sections: readonly PaperSection[], { pools, apart }: FrozenPools): QuestionPicker {
  const picker = new QuestionPicker(sections.flatMap(({ rules = [] }) => rules), pools, apart, []);
  if (typeof picker.tryPick('') === 'string') throw new DomainError('paper.apart_infeasible');
  return picker;
}

async function readKeys(manager: EntityManager, form: FormContent): Promise<PaperPreview['keys']> {
  const questions = form.sections.flatMap((section) => section.questions);
  const rows = await manager.query<{ id: string; code: string; questionId: string; content: QuestionContent; key: QuestionKey }[]>(
    `SELECT v.id, q.code, q.id AS "questionId", v.content, k.key FROM question_version v JOIN question q ON q.id = v.question_id JOIN question_key k ON k.question_version_id = v.id
     WHERE v.id = ANY($1::uuid[])`, [questions.map(({ versionId }) => versionId)]);
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  return Object.fromEntries(questions.flatMap(({ slot, versionId }) => {
    const found = byId.get(versionId);
    return found ? [[slot, found]] : [];
  }));
}
