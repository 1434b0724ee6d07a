/** Text as it is searched: NFKC, lower case, without white space and punctuation. */
export function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '');
}

/** The distinct pairs of neighbouring characters (a single character for a text of one). PostgreSQL's pg_trgm finds nothing in Chinese under locale C. */
export function bigrams(text: string): string[] {
  const characters = [...searchText(text)];
  if (characters.length === 1) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}
