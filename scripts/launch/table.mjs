/** The demo accounts as a table for the terminal. Chinese characters are two columns wide there. */
export function accountTable(accounts) {
  const rows = [['账号 Account', '密码 Password', '角色 Role', '姓名 Name'], ...accounts.map(({ username, password, role, name }) => [username, password, role, name].map((cell) => String(cell ?? '')))];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows.map((row) => `  ${row.map((cell, column) => cell + ' '.repeat(widths[column] - width(cell))).join('   ').trimEnd()}`).join('\n');
}

function width(text) {
  return [...text].reduce((sum, character) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(character) ? 2 : 1), 0);
}
