const fixed = ['400 16px "Kaosai Fixed Sans"', '500 16px "Kaosai Fixed Sans"', '600 16px "Kaosai Fixed Sans"', '700 16px "Kaosai Fixed Serif"'];

/**
 * Loads, in the background, the fonts of every fixed word and the slices that a text needs, so that nothing turns into boxes
 * when the network goes away on a machine without Chinese fonts.
 */
export function keepFonts(text: string): void {
  const characters = [...new Set(text.replace(/<[^>]*>/g, ''))].join('');
  for (const font of fixed) void document.fonts.load(font).catch(() => undefined);
  void document.fonts.load('16px "Noto Sans SC Variable"', characters).catch(() => undefined);
}
