import type { GrantRole } from '#lib/contracts';
import type { NewPerson } from '#lib/identity';
import { SeededRandom } from '#lib/kernel';
import { demoUnits, departmentsOf, systemPath, unitPath } from './demo-organization.js';

/** The one demo password; it exists only while the server listens on loopback. */
export const demoPassword = 'kaosai-demo';

/** A person of the demo, before it has an id. */
export interface DemoPerson extends Omit<NewPerson, 'orgUnitId' | 'account'> {
  /** Where they work; null for guests. */
  path: string | null;
  username: string;
  grants: readonly { role: GrantRole; path: string }[];
}

/** One line of the table that `npm start` prints. */
export interface DemoAccount {
  username: string;
  password: string;
  role: string;
  name: string;
}

interface Known {
  username: string;
  name: string;
  role: string;
  path: string | null;
  grant?: GrantRole;
  grantPath?: string;
}

const at = (unit: string): string => unitPath(demoUnits.findIndex(({ zh }) => zh === unit));
const pingchuan = at('平川');
const qinghe = at('清河');

/** Who can be signed in as from the printed table, in its order. */
const known: readonly Known[] = [
  { username: 'organizer', name: '林晓岚', role: '组织者（省局）· organizer, system', path: `${systemPath}.d1`, grant: 'organizer', grantPath: systemPath },
  { username: 'unit-organizer', name: '苏望舒', role: '组织者（平川分局）· organizer, unit', path: `${pingchuan}.d1`, grant: 'organizer', grantPath: pingchuan },
  { username: 'team-leader', name: '段文博', role: '领队（清河分局）· team leader', path: `${qinghe}.d1`, grant: 'team_leader', grantPath: qinghe },
  { username: 'author', name: '许宛如', role: '命题人 · question author', path: `${systemPath}.d3`, grant: 'question_author', grantPath: systemPath },
  { username: 'contestant1', name: '陈雨桐', role: '选手（平川分局）· contestant', path: `${pingchuan}.d2` },
  { username: 'contestant2', name: '陆思源', role: '选手（清河分局）· contestant', path: `${qinghe}.d2` },
  { username: 'judge1', name: '温见山', role: '评委组长 · chief judge', path: null },
  { username: 'judge2', name: '程若谷', role: '评委 · judge', path: null },
  { username: 'judge3', name: '何书远', role: '评委 · judge', path: null },
  { username: 'judge4', name: '梁静安', role: '评委 · judge', path: null },
  { username: 'judge5', name: '韦知行', role: '评委 · judge', path: null },
  { username: 'supervisor', name: '顾清越', role: '纪检监督 · supervisor', path: `${systemPath}.d4`, grant: 'supervisor', grantPath: systemPath },
  { username: 'leader', name: '严立衡', role: '分管领导 · leader', path: systemPath, grant: 'leader', grantPath: systemPath },
  { username: 'system-admin', name: '汪云舟', role: '系统管理员 · system administrator', path: `${systemPath}.d2`, grant: 'system_admin', grantPath: systemPath },
  { username: 'security-admin', name: '方以宁', role: '安全管理员 · security administrator', path: `${systemPath}.d2`, grant: 'security_admin', grantPath: systemPath },
  { username: 'audit-admin', name: '唐静姝', role: '审计管理员 · audit administrator', path: `${systemPath}.d4`, grant: 'audit_admin', grantPath: systemPath },
];

const surnames = [...'陈赵陆卢邹侯毛覃高姚范白雷严汤许程付阎贺钱向韩秦傅谭韦薛黎万孔沈罗邓钟夏尹陶邵莫周曹梁崔贾熊史龚戴林方宋姜廖孟龙郝武魏罗沈于潘杜蒋蔡余丁任袁石金江童'];
const givenNames = ['若溪', '牧野', '致远', '知远', '念初', '静宜', '嘉树', '修文', '长青', '怀瑾', '可欣', '明轩', '乐山', '以安', '子墨', '启航', '立诚', '云帆', '书瑶', '景行', '若川', '承志', '思齐', '南星', '听澜', '砚秋', '以晴', '晓楠', '清和', '文渊', '雨晴', '远山', '亦凡', '泽宇', '海宁', '予安', '佳禾', '敬之', '北辰', '秋实'];

export const demoTotal = 300;
const guests = 10;
const perUnit = 14;

/** The 300 people of the demo, the same ones on every machine: the known ones first, then the units' staff, then guests. */
export function demoPeople(): DemoPerson[] {
  const names = freshNames(new SeededRandom('kaosai demo people'), new Set(known.map(({ name }) => name)));
  const numbers = new Map<string, number>();
  const staffNumber = (path: string): string => {
    const unit = path.split('.')[1]?.startsWith('u') ? path.split('.')[1].slice(1) : '00';
    const next = (numbers.get(unit) ?? 0) + 1;
    numbers.set(unit, next);
    return `${unit}${String(next).padStart(4, '0')}`;
  };
  const people: DemoPerson[] = known.map(({ username, name, path, grant, grantPath }) => ({
    name, username, path, kind: path ? 'staff' : 'guest', staffNumber: path ? staffNumber(path) : undefined, grants: grant && grantPath ? [{ role: grant, path: grantPath }] : [],
  }));
  const addStaff = (path: string, role?: GrantRole): void => {
    const number = staffNumber(path);
    people.push({ name: names.next().value as string, username: number, path, kind: 'staff', staffNumber: number, grants: role ? [{ role, path: path.split('.').slice(0, 2).join('.') }] : [] });
  };
  for (const [unit] of demoUnits.entries()) fillUnit(unit, people, addStaff);
  for (let number = people.filter(({ kind }) => kind === 'guest').length + 1; number <= guests; number += 1) {
    people.push({ name: names.next().value as string, username: `expert${number}`, path: null, kind: 'guest', grants: [] });
  }
  for (let department = 0; people.length < demoTotal; department = (department + 1) % 4) addStaff(`${systemPath}.d${department + 1}`);
  return people;
}

/** Every unit has an organizer and a team leader of its own. */
function fillUnit(unit: number, people: readonly DemoPerson[], addStaff: (path: string, role?: GrantRole) => void): void {
  const path = unitPath(unit);
  const has = (role: GrantRole): boolean => people.some(({ grants }) => grants.some((grant) => grant.role === role && grant.path === path));
  const size = (): number => people.filter((person) => person.path?.startsWith(`${path}.`)).length;
  if (!has('organizer')) addStaff(`${path}.d1`, 'organizer');
  if (!has('team_leader')) addStaff(`${path}.d3`, 'team_leader');
  for (let turn = 0; size() < perUnit; turn += 1) addStaff(`${path}.d${(turn % departmentsOf(unit)) + 1}`);
}

function* freshNames(random: SeededRandom, taken: ReadonlySet<string>): Generator<string> {
  const all = [...new Set(surnames)].flatMap((surname) => givenNames.map((given) => `${surname}${given}`));
  for (const name of random.shuffle(all)) if (!taken.has(name)) yield name;
}

/** The table of accounts that `npm start` prints. */
export function demoAccounts(): DemoAccount[] {
  return known.map(({ username, role, name }) => ({ username, password: demoPassword, role, name }));
}
