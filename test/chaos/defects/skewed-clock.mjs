/** Makes a process's own clock wrong by CHAOS_SKEW_MINUTES. Nothing that decides may notice: the database's clock does. */
const offset = Number(process.env.CHAOS_SKEW_MINUTES ?? '0') * 60_000;
const RealDate = Date;
const now = () => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
});
