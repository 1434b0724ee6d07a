/** HTTP status and the text per code, in both languages; `{name}` is filled from the problem's `params`. */
export interface ErrorText {
  status: number;
  zh: string;
  en: string;
}

/** Every code a client may meet. One line a code: what happened and what to do. */
export const errorCatalogue = {
  'request.invalid': { status: 400, zh: '提交的内容有误，请按提示修改；已填内容保留。', en: 'Some of what was sent is not right. Correct the marked fields; what you typed is kept.' },
  'request.malformed': { status: 400, zh: '无法读懂这次请求。', en: 'The request could not be read.' },
  'request.too_large': { status: 413, zh: '内容超过 {limit} 的上限。', en: 'This is larger than the limit of {limit}.' },
  'request.origin': { status: 403, zh: '请求来自别的网站，已拒绝。请从本站页面重试。', en: 'The request came from another site and was refused. Try again from a page of this site.' },
  'request.csrf': { status: 403, zh: '页面已过期，请刷新后重试；未上传的作答仍在本机。', en: 'This page is out of date. Reload and try again; unsent answers are still on this device.' },
  'request.rate_limited': { status: 429, zh: '操作太频繁，请 {seconds} 秒后再试。', en: 'Too many requests. Try again in {seconds} seconds.' },
  'route.unknown': { status: 404, zh: '没有这个地址。', en: 'There is no such address.' },
  'object.not_found': { status: 404, zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  'access.denied': { status: 403, zh: '您的角色不能做这件事。', en: 'Your role cannot do this.' },
  'session.required': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'session.ended': { status: 401, zh: '登录已失效，请重新登录；未上传的作答仍在本机。', en: 'Your session has ended. Sign in again; unsent answers are still on this device.' },
  'session.bad_credentials': { status: 401, zh: '工号或密码不对。', en: 'The staff number or password is not right.' },
  'session.too_many_tries': { status: 429, zh: '尝试次数过多，请 {seconds} 秒后再试，或请监考员发一次性口令。', en: 'Too many tries. Wait {seconds} seconds, or ask the invigilator for a one-time code.' },
  'account.disabled': { status: 403, zh: '账号已停用，请联系管理员。', en: 'This account is disabled. Ask an administrator.' },
  'version.missing': { status: 428, zh: '缺少版本号（If-Match），请刷新后重试。', en: 'The version (If-Match) is missing. Reload and try again.' },
  'version.stale': { status: 409, zh: '别人已先改过（现为第 {current} 版）。请核对后再改，您的内容保留。', en: 'Somebody changed this first (now version {current}). Check and try again; your input is kept.' },
  'idempotency.conflict': { status: 409, zh: '同一操作编号已用于不同内容。', en: 'This idempotency key was used with other content.' },
  'service.unavailable': { status: 503, zh: '系统暂时不可用，正在恢复；请稍候，未保存的内容不会丢失。', en: 'The system is unavailable for a moment and is recovering. Nothing unsent is lost.' },
  'internal': { status: 500, zh: '系统出错，已记录（编号 {requestId}）。请重试。', en: 'Something went wrong and was recorded ({requestId}). Try again.' },
  'operation.not_cancellable': { status: 409, zh: '这项工作已经结束，不能停止。', en: 'This work has ended and cannot be stopped.' },

  'setup.link_invalid': { status: 403, zh: '设置链接无效或已用过。请重新启动服务器，使用新打印的链接。', en: 'The set-up link is wrong or used. Restart the server and use the link it prints.' },

  'person.unknown': { status: 422, zh: '名单中有 {count} 人不存在或不在您的范围内。', en: '{count} of the people are unknown or outside your scope.' },
  'grant.above_own': { status: 403, zh: '只能在自己的范围内授权。', en: 'You can grant only within your own scope.' },

  'import.unreadable': { status: 422, zh: '读不出表格：{reason}。请用 UTF-8 或 GB18030 的 CSV。', en: 'The table cannot be read: {reason}. Use CSV in UTF-8 or GB18030.' },
  'import.format_refused': { status: 415, zh: '不支持 {format} 格式，请另存为 CSV。', en: 'The format {format} is not supported. Save it as CSV.' },
  'import.unmapped': { status: 422, zh: '还没有指定“{field}”是哪一列。', en: 'Say which column is “{field}”.' },
  'import.no_good_rows': { status: 422, zh: '没有可以导入的行。', en: 'No row can be imported.' },
  'import.bad_rows': { status: 422, zh: '有 {count} 行有问题；请修改文件，或选择只导入正确的行。', en: '{count} rows have problems. Mend the file, or import the good rows only.' },
  'import.already_committed': { status: 409, zh: '这份文件已经导入。', en: 'This file has been imported already.' },
  'import.kind_unknown': { status: 422, zh: '题型“{value}”不认识，可用：单选题、多选题、判断题。', en: 'Unknown kind “{value}”. Use single, multiple or true/false.' },
  'import.stem_missing': { status: 422, zh: '没有题干。', en: 'There is no question text.' },
  'import.options_missing': { status: 422, zh: '至少要有两个选项。', en: 'At least two options are needed.' },
  'import.key_missing': { status: 422, zh: '没有答案。', en: 'There is no key.' },
  'import.key_not_an_option': { status: 422, zh: '答案“{value}”不在选项之中。', en: 'The key “{value}” is not among the options.' },
  'import.key_count': { status: 422, zh: '单选题的答案应当只有一个，这里是“{value}”。', en: 'A single-choice question has one key, here “{value}”.' },
  'import.marks_invalid': { status: 422, zh: '分值“{value}”不是正数。', en: 'The marks “{value}” are not a positive number.' },
  'import.duplicate_line': { status: 422, zh: '与第 {line} 行重复，不再导入。', en: 'The same as line {line}; it is left out.' },
  'import.duplicate_question': { status: 422, zh: '题库已有同样的试题 {code}，不再导入。', en: 'The bank has this question already ({code}); it is left out.' },
  'import.cell_too_long': { status: 422, zh: '内容超过 {limit} 字。', en: 'Longer than {limit} characters.' },

  'paper.empty': { status: 422, zh: '试卷还没有题目。', en: 'The paper has no questions yet.' },
  'paper.question_unavailable': { status: 422, zh: '有 {count} 道题不存在、已停用或不在您的范围内。', en: '{count} questions are unknown, retired or outside your scope.' },
  'paper.frozen': { status: 409, zh: '试卷已发布，不能再改；请另存为新卷。', en: 'The paper is published and frozen. Make a copy.' },
  'paper.not_published': { status: 422, zh: '请先发布试卷。', en: 'Publish the paper first.' },
  'reference.no_articles': { status: 422, zh: '没有找到“第…条”。请检查文本。', en: 'No articles (第…条) were found. Check the text.' },

  'exam.window_invalid': { status: 422, zh: '时间安排不对：最晚入场应晚于开考。', en: 'The times do not fit: the latest entry must be after the opening.' },
  'exam.not_ready': { status: 409, zh: '考卷还在准备，请稍候。', en: 'The exam is still being prepared.' },
  'exam.not_open': { status: 409, zh: '还没到开考时间（{opensAt}）。', en: 'The exam has not opened yet ({opensAt}).' },
  'exam.too_late': { status: 409, zh: '已过最晚入场时间（{lateUntil}），请联系监考员。', en: 'The latest entry was {lateUntil}. Ask the invigilator.' },
  'exam.running': { status: 409, zh: '已有人开考，这样的修改不允许。', en: 'People are sitting this exam; this change is refused.' },
  'exam.no_candidates': { status: 422, zh: '还没有考生。', en: 'There are no candidates yet.' },
  'attempt.closed': { status: 409, zh: '答卷已于 {closedAt} 截止，此前保存的作答全部有效。', en: 'The attempt closed at {closedAt}. Everything saved before counts.' },
  'attempt.not_started': { status: 409, zh: '还没有开始作答。', en: 'The attempt has not started.' },
  'attempt.writer_lost': { status: 409, zh: '这份答卷已在另一台设备上继续。', en: 'This attempt goes on at another device.' },
  'attempt.slot_unknown': { status: 422, zh: '没有这道题。', en: 'There is no such question.' },
  'attempt.body_invalid': { status: 422, zh: '作答内容不合题型。', en: 'The answer does not fit the kind of question.' },
  'attempt.not_released': { status: 409, zh: '成绩还没有公布。', en: 'The marks have not been released.' },

  'act.nobody': { status: 422, zh: '这里没有人能受到这一操作。', en: 'There is nobody here whom this act would reach.' },
  'act.changed': { status: 409, zh: '预览之后情况有变，请重新核对。', en: 'Things changed after the preview. Check again.' },
  'act.seconds_missing': { status: 422, zh: '请说明多少时间。', en: 'Say how much time.' },
  'act.not_undoable': { status: 409, zh: '这次延时不能收回：没有找到，或已收回。', en: 'This extension cannot be taken back: it is not there, or it was taken back already.' },
  'incident.not_yours': { status: 422, zh: '有 {count} 条记录不在您监考的范围内。', en: '{count} of the incidents are not yours to rule on.' },
  'invigilator.unknown': { status: 422, zh: '有 {count} 人不存在、没有账号或不在您的范围内。', en: '{count} of the people are unknown, have no account or are outside your scope.' },

  'edition.units_invalid': { status: 422, zh: '所选单位不在分组方案之中。', en: 'The chosen units are not in the zone plan.' },
  'edition.tiers_invalid': { status: 422, zh: '赛级应依次为初赛、预赛、决赛，且至少一级。', en: 'Tiers go unit, zone, system, and there is at least one.' },
  'edition.weights_invalid': { status: 422, zh: '各环节权重之和应为 100%（现为 {sum}）。', en: 'The weights of the stages must add up to 100% (now {sum}).' },
  'heat.frozen': { status: 409, zh: '本赛区已确认，不能再改名单。', en: 'This heat is confirmed; its entries cannot change.' },
  'heat.fed_by_tier': { status: 409, zh: '本赛区的选手由上一赛级晋级产生，不能直接报名。', en: 'This heat is filled by those who advance from the tier before; nobody can be entered directly.' },
  'heat.not_ready': { status: 409, zh: '赛区还没有准备好。', en: 'The heat is not ready.' },
  'heat.results_missing': { status: 409, zh: '还有 {count} 人没有成绩，不能确认。', en: '{count} results are missing; it cannot be confirmed.' },
  'heat.not_confirmed': { status: 409, zh: '赛区“{title}”尚未确认。', en: 'The heat “{title}” is not confirmed.' },
  'heat.no_entries': { status: 409, zh: '赛区“{title}”没有参赛选手。', en: 'The heat “{title}” has no entries.' },
  'entry.wrong_unit': { status: 422, zh: '有 {count} 人不属于本赛区的单位。', en: '{count} people do not belong to the units of this heat.' },
  'entry.duplicate': { status: 409, zh: '有 {count} 人已经报名。', en: '{count} people are entered already.' },
  'tier.already_advanced': { status: 409, zh: '晋级已于 {advancedAt} 完成。', en: 'This tier advanced at {advancedAt}.' },
  'tier.last': { status: 422, zh: '决赛之后没有下一级。', en: 'There is no tier after the final.' },
  'tier.changed': { status: 409, zh: '成绩在预览之后有变动，请重新核对。', en: 'Results changed after the preview. Check again.' },
  'tier.no_exam_stage': { status: 422, zh: '本赛级没有这个笔试环节。', en: 'This tier has no such exam stage.' },
  'tier.exam_exists': { status: 409, zh: '本环节已经安排了考试。', en: 'This stage has an exam already.' },
  'tie.none': { status: 409, zh: '晋级线上没有待裁定的并列。', en: 'No tie crosses the cut line.' },
  'tie.at_cut': { status: 409, zh: '第 {rank} 名并列跨越晋级线，须由组长裁定或改用其他并列办法。', en: 'A tie at rank {rank} crosses the cut line. The chief must decide.' },

  'panel.too_small': { status: 422, zh: '去掉最高最低后至少要剩一个评分：{judges} 位评委，去 {high}+{low}。', en: 'At least one score must remain: {judges} judges, dropping {high}+{low}.' },
  'panel.no_chief': { status: 422, zh: '评委组应当有一位组长。', en: 'A panel has exactly one chief.' },
  'panel.in_use': { status: 409, zh: '已有评分，评委组和评分项不能再改。', en: 'Scoring has begun; the panel and criteria cannot change.' },
  'panel.seat_duplicate': { status: 422, zh: '评委席位重复。', en: 'A judge seat is used twice.' },
  'sheet.mark_out_of_range': { status: 422, zh: '“{criterion}”应在 0 到 {max} 之间。', en: '“{criterion}” must be between 0 and {max}.' },
  'sheet.mark_off_step': { status: 422, zh: '“{criterion}”的步长是 {step}。', en: '“{criterion}” moves in steps of {step}.' },
  'sheet.incomplete': { status: 422, zh: '还有评分项没有填。', en: 'Some criteria have no mark.' },
  'sheet.not_on_stage': { status: 409, zh: '{alias} 不在场上，评分未记录。', en: '{alias} is not on stage; nothing was recorded.' },
  'sheet.confirmed': { status: 409, zh: '组长已确认 {alias}，不能再改。', en: '{alias} is confirmed and cannot change.' },
  'sheet.missing': { status: 409, zh: '还差 {count} 位评委的评分表。', en: '{count} judges have not sent their sheets.' },
  'performance.other_on_stage': { status: 409, zh: '{alias} 还在场上，请先确认。', en: '{alias} is still on stage. Confirm it first.' },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof errorCatalogue;

/** The text of a code in a language, its `{name}` filled from `params`. An unknown code reads as `internal`. */
export function errorText(code: string, locale: string, params: Record<string, unknown> = {}): string {
  const entry: ErrorText = errorCatalogue[code as ErrorCode] ?? errorCatalogue.internal;
  const text = locale.toLowerCase().startsWith('en') ? entry.en : entry.zh;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
