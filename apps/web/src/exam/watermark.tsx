/** Who sits here, faintly over the whole page: a photograph of it tells whose it was. */
export function Watermark({ words }: { words: string }) {
  return <div className="watermark" aria-hidden="true">{Array.from({ length: 48 }, (_, index) => <span key={index}>{words}</span>)}</div>;
}
