import type { Title } from '#lib/contracts';
import type { NewOrgUnit } from '#lib/identity';

/** A made-up province: nothing here names a real body. */
export const systemPath = 'jc';

interface DemoZone {
  code: string;
  title: Title;
  /** The first leads the zone. */
  units: readonly (readonly [zh: string, en: string])[];
}

export const demoZones: readonly DemoZone[] = [
  { code: 'Z1', title: { zh: '第一片区', en: 'Zone 1' }, units: [['临江', 'Linjiang'], ['青川', 'Qingchuan'], ['云台', 'Yuntai'], ['白鹿', 'Bailu'], ['松岭', 'Songling']] },
  { code: 'Z2', title: { zh: '第二片区', en: 'Zone 2' }, units: [['望湖', 'Wanghu'], ['南浦', 'Nanpu'], ['兰溪', 'Lanxi'], ['石门', 'Shimen'], ['龙泉', 'Longquan']] },
  { code: 'Z3', title: { zh: '第三片区', en: 'Zone 3' }, units: [['平川', 'Pingchuan'], ['雁山', 'Yanshan'], ['清河', 'Qinghe'], ['凤台', 'Fengtai'], ['柳林', 'Liulin']] },
  { code: 'Z4', title: { zh: '第四片区', en: 'Zone 4' }, units: [['朔关', 'Shuoguan'], ['长亭', 'Changting'], ['安岭', 'Anling'], ['泽阳', 'Zeyang']] },
];

const headquarters: readonly Title[] = [
  { zh: '政治部', en: 'Political Department' }, { zh: '综合处', en: 'General Office' }, { zh: '教育训练处', en: 'Education and Training Division' }, { zh: '监督处', en: 'Supervision Division' },
];
const departments: readonly Title[] = [
  { zh: '综合科', en: 'General Section' }, { zh: '现场管理科', en: 'Field Operations Section' }, { zh: '教育训练科', en: 'Training Section' }, { zh: '安全保障科', en: 'Safety Section' },
];

/** A unit's place in the tree, from its number in {@link demoUnits}. */
export const unitPath = (index: number): string => `${systemPath}.u${String(index + 1).padStart(2, '0')}`;

/** The 19 units in their order, with the zone each belongs to. */
export const demoUnits = demoZones.flatMap(({ code: zone, units }) => units.map(([zh, en]) => ({ zone, zh, en })));

/** Three departments or four: every third unit is smaller. */
export const departmentsOf = (unit: number): number => (unit % 3 === 2 ? 3 : 4);

/** The whole tree: headquarters with its divisions, units with their departments, parents first. */
export function demoOrgUnits(): NewOrgUnit[] {
  const below = (path: string, code: string, titles: readonly Title[]): NewOrgUnit[] => titles.map((title, sort) => (
    { path: `${path}.d${sort + 1}`, kind: 'department', code: `${code}-${sort + 1}`, title, sort }));
  return [
    { path: systemPath, kind: 'system', code: 'JC', title: { zh: '江川省局', en: 'Jiangchuan Provincial Bureau' } },
    ...below(systemPath, 'JC', headquarters),
    ...demoUnits.flatMap(({ zh, en }, index): NewOrgUnit[] => {
      const code = String(index + 1).padStart(2, '0');
      return [
        { path: unitPath(index), kind: 'unit', code, title: { zh: `${zh}分局`, en: `${en} Branch` }, sort: index + 1 },
        ...below(unitPath(index), code, departments.slice(0, departmentsOf(index))),
      ];
    }),
  ];
}

/** The editable dictionaries, as a bureau would begin with them. */
export const demoDictionaries = {
  service_line: [['political', '政治工作', 'Political work'], ['administration', '综合管理', 'Administration'], ['operations', '现场管理', 'Field operations'], ['safety', '安全保障', 'Safety']],
  job_field: [['records', '现场记录', 'On-site records'], ['writing', '公文写作', 'Official writing'], ['emergency', '应急处置', 'Emergency handling'], ['publicity', '宣传报道', 'Publicity'], ['audit', '财务审计', 'Finance and audit']],
  instructor_type: [['political', '政工', 'Political work'], ['administration', '管理', 'Administration'], ['supervision', '监督', 'Supervision'], ['special', '特勤', 'Special duty'], ['medical', '医疗', 'Medical']],
  subject: [['records', '现场记录', 'On-site records'], ['writing', '公文写作', 'Official writing'], ['first-aid', '应急急救', 'First aid'], ['safety', '安全管理', 'Safety'], ['network', '网络安全', 'Network security'], ['finance', '财务审计', 'Finance and audit'],
    ['theory', '政策理论', 'Policy theory'], ['personnel', '人事管理', 'Personnel'], ['discipline', '纪律教育', 'Discipline'], ['enforcement', '执法规范', 'Law enforcement'],
    ['it', '信息技术', 'Information technology'], ['wellbeing', '心理健康', 'Well-being'], ['training', '教育培训', 'Training']],
} as const;
