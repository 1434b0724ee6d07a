import type { Title, TierRule, WriteEdition, WritePanel } from '#lib/contracts';
import type { LoadedPeople } from './load-people.js';

/** The contest's running number in the story: the seventh was in 2026. */
export const editionNumber = (year: number): number => year - 2019;

const numerals = [...'零一二三四五六七八九'];

/** Numbers below a hundred as Chinese writes them: 七, 十二, 二十. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return numerals[ones];
  return `${tens > 1 ? numerals[tens] : ''}十${ones > 0 ? numerals[ones] : ''}`;
}

const rule: TierRule = {
  quotaPerHeat: null, tieAtCut: 'include_all', reserves: 2, rankStyle: '1224',
  tieBreaks: [{ kind: 'submitted_at', direction: 'asc' }], scale: 2, figures: 'published',
};
const written = (title: Title): WriteEdition['tiers'][number]['stages'] => [{ kind: 'exam', title, weight: '100' }];

/** Unit preliminaries, zone heats, and a final of a paper (30 %) and a judged practical (70 %). */
export function planEdition(people: LoadedPeople, year: number, finalOn: string, quotas: { unit: number; zone: number }, competitionId?: string): WriteEdition {
  return {
    orgUnitId: people.systemId, ...(competitionId ? { competitionId } : {}),
    title: { zh: `第${chineseNumber(editionNumber(year))}届岗位业务竞赛`, en: `Professional Contest ${year}` },
    jobField: { zh: '现场记录', en: 'On-site records' },
    year, zonePlanId: people.zonePlanId, unitIds: [...people.unitIds], finalOn,
    tiers: [
      { kind: 'unit', title: { zh: '初赛', en: 'Preliminary' }, rule: { ...rule, quotaPerHeat: quotas.unit }, stages: written({ zh: '开卷笔试', en: 'Open-book exam' }) },
      { kind: 'zone', title: { zh: '预赛', en: 'Zone heat' }, rule: { ...rule, quotaPerHeat: quotas.zone }, stages: written({ zh: '业务笔试', en: 'Professional exam' }) },
      {
        kind: 'system', title: { zh: '系统决赛', en: 'System final' }, rule: { ...rule, reserves: 0, tieBreaks: [{ kind: 'stage', ordinal: 2, direction: 'desc' }, { kind: 'stage', ordinal: 1, direction: 'desc' }] },
        stages: [{ kind: 'exam', title: { zh: '专业笔试', en: 'Written exam' }, weight: '30' }, { kind: 'judged', title: { zh: '应急处置实操', en: 'Emergency handling' }, weight: '70' }],
      },
    ],
  };
}

/** Five experts, the first of them the chief; three criteria; one highest and one lowest total dropped. */
export function planPanel(people: LoadedPeople): WritePanel {
  return {
    judges: [1, 2, 3, 4, 5].map((seat) => ({ personId: people.personId(`judge${seat}`), seat, chief: seat === 1 })),
    criteria: [
      { title: { zh: '现场研判', en: 'Judgement' }, hint: { zh: '抓住要害，判断准确，报告要素齐全', en: 'Sees what matters, judges rightly, reports completely' }, max: '30', step: '0.5' },
      { title: { zh: '操作规范', en: 'Procedure' }, hint: { zh: '程序、动作、器材使用符合规程', en: 'Steps, movements and equipment as prescribed' }, max: '45', step: '0.5' },
      { title: { zh: '协同与安全', en: 'Teamwork and safety' }, hint: { zh: '口令清楚，衔接紧凑，防护到位', en: 'Clear commands, close handover, protection in place' }, max: '25', step: '0.5' },
    ],
    dropHigh: 1, dropLow: 1, seconds: 360,
  };
}
