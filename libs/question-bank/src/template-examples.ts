import type { QuestionKind } from '#lib/contracts';
import type { TableLanguage } from './question-words.js';
import type { WrittenRow } from './write-row.js';

/** One question of every kind as it is written in a table; read back by a test. A composite takes several rows. */
export const templateExamples: Record<TableLanguage, Record<QuestionKind, readonly WrittenRow[]>> = {
  zh: {
    single: [{ kind: '单选题', stem: '发现有人触电，首先应当做什么？', optionA: '大声呼救', optionB: '切断电源', optionC: '用手拉开', optionD: '泼水降温', key: 'B', marks: '1', explanation: '先断电，再施救。', difficulty: '易', tags: '用电安全；急救' }],
    multiple: [{ kind: '多选题', stem: '下列属于灭火方法的有（　　）。', optionA: '冷却法', optionB: '隔离法', optionC: '窒息法', optionD: '以上都对', key: 'ABCD', marks: '2', scoring: '漏选得分', category: '安全/消防' }],
    true_false: [{ kind: '判断题', stem: '干粉灭火器可以扑救带电设备火灾。', key: '正确', marks: '1' }],
    gap_fill: [{ kind: '填空题', stem: '火警电话是____，急救电话是____。', gap1: '119', gap2: '120|一二〇', marks: '2' }],
    cloze: [{ kind: '完形填空', stem: '公文的[[1]]应当准确、简要，一般由发文机关、[[2]]和文种组成。', gap1: '*标题|正文|落款', gap2: '日期|*事由|印章', marks: '2' }],
    numeric: [{ kind: '数值题', stem: '一段路长 1.5 km，步行用时 20 min，平均速度是多少？', key: '1.25', tolerance: '0.05', units: 'm/s；km/h=0.2778', marks: '3' }],
    short: [{ kind: '短答题', stem: '我国的消防宣传日是哪一天？', key: '11月9日|十一月九日', marks: '2' }],
    matching: [{ kind: '匹配题', stem: '把标志颜色与含义对应起来。', pairs: '红色=禁止\n黄色=警告\n蓝色=指令\n=提示', marks: '3' }],
    ordering: [{ kind: '排序题', stem: '按先后顺序排列使用灭火器的步骤。', items: '提起灭火器\n拔下保险销\n对准火焰根部\n压下压把', marks: '2', scoring: '按相邻' }],
    essay: [{ kind: '论述题', stem: '结合实际，谈谈怎样做好值班交接。', guide: '说清交接的内容、责任和记录。', rubric: '内容完整=4\n责任清楚=3\n有记录=3：写明记录的方式', length: '200-800', marks: '10' }],
    file: [{ kind: '提交文件', stem: '拍摄一段心肺复苏的操作视频。', fileKinds: '视频', maxFiles: '1', maxMegabytes: '200', rubric: '按压位置=3\n按压频率=4\n配合呼吸=3', marks: '10' }],
    composite: [
      { kind: '单选题', group: '1', material: '某单位值班员甲接到火情报告后，先到现场查看，十分钟后才报告值班领导。', stem: '甲的做法错在哪里？', optionA: '没有到现场', optionB: '没有立即报告', optionC: '没有记录', key: 'B', marks: '2' },
      { kind: '论述题', group: '1', stem: '如果你是值班员，应当怎样处置？', guide: '立即报告、组织疏散、保持联络。', marks: '6' },
    ],
  },
  en: {
    single: [{ kind: 'single', stem: 'Somebody has had an electric shock. What do you do first?', optionA: 'Call for help', optionB: 'Cut the power', optionC: 'Pull them away by hand', optionD: 'Pour water', key: 'B', marks: '1', explanation: 'Power first, then rescue.', difficulty: 'easy', tags: 'electricity; first aid' }],
    multiple: [{ kind: 'multiple', stem: 'Which of these put out a fire?', optionA: 'Cooling', optionB: 'Removing fuel', optionC: 'Smothering', optionD: 'All of the above', key: 'ABCD', marks: '2', scoring: 'partial credit', category: 'Safety/Fire' }],
    true_false: [{ kind: 'true/false', stem: 'A dry powder extinguisher may be used on live equipment.', key: 'true', marks: '1' }],
    gap_fill: [{ kind: 'fill in the blanks', stem: 'In China one calls ____ for a fire and ____ for an ambulance.', gap1: '119', gap2: '120', marks: '2' }],
    cloze: [{ kind: 'cloze', stem: 'An exit sign is [[1]]; a prohibition sign is [[2]].', gap1: 'red|*green|blue', gap2: '*red|green|blue', marks: '2' }],
    numeric: [{ kind: 'numeric', stem: 'Somebody walks 1.5 km in 20 minutes. What is the mean speed?', key: '1.25', tolerance: '0.05', units: 'm/s; km/h=0.2778', marks: '3' }],
    short: [{ kind: 'short answer', stem: 'What is the chemical symbol of gold?', key: 'Au', marks: '2' }],
    matching: [{ kind: 'matching', stem: 'Match the colours of signs with their meaning.', pairs: 'red=prohibition\nyellow=warning\nblue=mandatory\n=information', marks: '3' }],
    ordering: [{ kind: 'ordering', stem: 'Put the steps of using an extinguisher in order.', items: 'Lift it\nPull the pin\nAim at the base of the fire\nSqueeze the handle', marks: '2', scoring: 'adjacent' }],
    essay: [{ kind: 'essay', stem: 'How should a shift be handed over?', guide: 'What is handed over, who answers for it, what is written down.', rubric: 'complete=4\nresponsibility=3\nrecord=3', length: '100-400', marks: '10' }],
    file: [{ kind: 'file upload', stem: 'Film yourself giving chest compressions.', fileKinds: 'video', maxFiles: '1', maxMegabytes: '200', rubric: 'place=3\nrate=4\nbreathing=3', marks: '10' }],
    composite: [
      { kind: 'single', group: '1', material: 'The officer on duty heard of a fire, went to look, and reported it ten minutes later.', stem: 'What was wrong?', optionA: 'Not going there', optionB: 'Not reporting at once', optionC: 'Not writing it down', key: 'B', marks: '2' },
      { kind: 'essay', group: '1', stem: 'What would you have done?', guide: 'Report at once, evacuate, keep in touch.', marks: '6' },
    ],
  },
};

/** What is told on the sheet of notes. */
export const templateNotes: Record<TableLanguage, readonly (readonly [string, string])[]> = {
  zh: [
    ['怎样填', '一行一题，填在第一张表里。表头不要改；用不到的列可以删去，顺序可以换。'],
    ['题型', '从下拉列表中选。不填时按答案和所填的列判断。'],
    ['选择题', '选项填在“选项A”“选项B”……（最多到 Z）。多选题答案写 ABD。以“以上都对”开头的选项不参与打乱。'],
    ['判断题', '答案写 正确/错误、对/错、√/× 或 T/F。'],
    ['填空题', '题干里用 ____ 或 [[1]] 标出每个空。答案按空填在“空1”“空2”……，或全部写在“答案”里用“；”隔开。一个空有几种写法时用 | 隔开。'],
    ['完形填空', '每个空的候选词写在“空1”……里，用 | 隔开，正确的前面加 *。'],
    ['数值题', '答案写数，误差写 0.1 或 1%，也可以写 9.8±0.1。单位写 m/s；km/h=0.2778，末尾加“；必填”表示必须写单位。'],
    ['匹配题', '“匹配项”里每行写一对：左=右。多出的右项写成 =右。'],
    ['排序题', '“排序项”里按正确顺序每行写一项。'],
    ['论述题、提交文件', '“评分标准”每行写一条：要点=5。字数写 200-800。'],
    ['材料题', '同一材料的各题写同样的“材料编号”，材料写在其中第一行；或把材料单元格合并到各行。'],
    ['公式', '写成 $x^2$，单独一行的写成 $$x^2$$。'],
    ['分类', '用 / 分级：安全/消防。标签用“；”隔开。'],
    ['出处', '填“法规”和“条款”（第五条）后，会链接到已导入的法规。'],
  ],
  en: [
    ['How to fill it in', 'One question a row, on the first sheet. Keep the headings; columns you do not need may be deleted or moved.'],
    ['Kind', 'Choose it from the list. When empty, the answer and the columns used decide.'],
    ['Choices', 'Options go into Option A, Option B … (up to Z). For several right ones write ABD. An option that begins with “All of the above” is never shuffled.'],
    ['True/false', 'Write true or false, T or F.'],
    ['Blanks', 'Mark each blank by ____ or [[1]]. Keys go into Gap 1, Gap 2 …, or all into Answer, parted by semicolons. Part alternatives by |.'],
    ['Cloze', 'Each gap lists its choices, parted by |, the right ones with a star before them.'],
    ['Numeric', 'Write a number; the tolerance as 0.1 or 1%, or 9.8±0.1 at once. Units: m/s; km/h=0.2778; add “; required” when a unit must be written.'],
    ['Matching', 'One pair a line: left=right. A right side that belongs to nothing: =right.'],
    ['Ordering', 'One item a line, in the right order.'],
    ['Essay, file upload', 'Rubric: one criterion a line, point=5. Length: 100-400.'],
    ['Composite', 'Questions on one material have the same Group; the material stands in the first row, or in a cell merged over all of them.'],
    ['Formulas', 'Write $x^2$, or $$x^2$$ for one on its own line.'],
    ['Category', 'Part levels by a slash: Safety/Fire. Part tags by semicolons.'],
    ['Source', 'Regulation and Article link the question to a regulation that has been added.'],
  ],
};
