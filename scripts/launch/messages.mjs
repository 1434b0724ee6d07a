/** A failure whose reader can do something about it: said in both languages, without a stack. */
export class Advice extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`);
  }
}

export const usage = `用法：npm start -- [选项]
Usage: npm start -- [options]

  --port <n>     端口，默认 3000                        port, 3000 unless told
  --host <名>    监听地址，默认 localhost（仅本机）      address to listen on, localhost (this machine only) unless told
  --data <目录>  数据目录，默认 .data                    directory of all data, .data unless told
  --no-demo      不载入演示数据                          without demo data
  --help         显示本说明                              this text

也读取环境变量 · The environment is read too: PORT, HOST, KAOSAI_DATA, DATABASE_URL (+ DATABASE_OWNER_URL), REDIS_URL
监听本机以外的地址时没有演示数据；首次启动会给出一次性的设置链接。
A server that listens beyond this machine has no demo data; its first start prints a one-time set-up link.
`;

export const portTaken = (port) => new Advice(
  `端口 ${port} 已被别的程序占用。请先停止那个程序，或换一个端口：npm start -- --port ${Number(port) + 1}`,
  `Port ${port} is taken by another program. Stop that one, or use another port: npm start -- --port ${Number(port) + 1}`);

export const portForbidden = (port) => new Advice(
  `没有权限使用端口 ${port}（小于 1024 的端口须由管理员开放）。请换一个端口：npm start -- --port 3000`,
  `No permission for port ${port} (ports below 1024 belong to the administrator). Use another one: npm start -- --port 3000`);

export const hostUnknown = (host) => new Advice(
  `本机没有地址 ${host}。仅本机使用请去掉 --host；对所有网卡开放请用 --host 0.0.0.0`,
  `This machine has no address ${host}. Leave --host out for this machine only, or use --host 0.0.0.0 for all its networks`);

export const notWritable = (directory, code) => new Advice(
  `无法写入目录 ${directory}（${code}）。请修改其权限，或换一个目录：npm start -- --data <目录>`,
  `The directory ${directory} is not writable (${code}). Change its permissions, or use another one: npm start -- --data <directory>`);

export const diskFull = (directory, free) => new Advice(
  `磁盘空间不足${free === undefined ? '' : `（剩余 ${free} MB，至少需要 300 MB）`}：${directory}。请清理磁盘，或把数据放到别的磁盘：npm start -- --data <目录>。已确认保存的内容不会丢失。`,
  `The disk is full${free === undefined ? '' : ` (${free} MB free, 300 MB needed)`}: ${directory}. Free some space, or put the data on another disk: npm start -- --data <directory>. Nothing that was acknowledged is lost.`);

export const inUse = (directory, { pid, url }) => new Advice(
  `数据目录 ${directory} 正由进程 ${pid} 使用${url ? `，地址 ${url}` : ''}。没有再启动一份，原有服务不受影响。如需另开一套：npm start -- --data <别的目录> --port <别的端口>`,
  `The data directory ${directory} is in use by process ${pid}${url ? ` at ${url}` : ''}. Nothing was started, and nothing was harmed. For a second platform: npm start -- --data <another directory> --port <another port>`);
