/** The seal 考赛 as a drawing (`public/favicon.svg`), so that it never waits for a font. */
export function Seal({ size = 34 }: { size?: number }) {
  return <img className="seal-svg" src="/favicon.svg" width={size} height={size} alt="" />;
}
