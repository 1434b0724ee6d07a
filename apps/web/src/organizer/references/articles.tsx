import type { ReferenceArticle } from '#lib/contracts';

/** A regulation as it is read: chapters in the middle, articles below, set in 宋. */
export function Articles({ list, heading: Heading = 'h3' }: { list: readonly ReferenceArticle[]; heading?: 'h2' | 'h3' }) {
  return (
    <div className="org-articles">
      {list.map(({ id, chapter, label, text, ordinal }, index) => (
        <div key={id || ordinal} id={`a${ordinal}`}>
          {chapter && chapter !== list[index - 1]?.chapter && <Heading className="ch">{chapter}</Heading>}
          <p><b>{label}</b>{text}</p>
        </div>
      ))}
    </div>
  );
}

/** The chapters with the number of their articles. */
export function chaptersOf(list: readonly ReferenceArticle[]): { chapter: string | null; first: number; count: number }[] {
  const chapters: { chapter: string | null; first: number; count: number }[] = [];
  for (const { chapter, ordinal } of list) {
    const last = chapters.at(-1);
    if (last && last.chapter === chapter) last.count += 1;
    else chapters.push({ chapter, first: ordinal, count: 1 });
  }
  return chapters;
}
