/** Which page serves a path: the light ones have bundles of their own. */
export function pageOf(path: string): 'exam.html' | 'judge.html' | 'board.html' | 'index.html' {
  const [, first] = path.split('/');
  if (first === 'exam' || first === 'judge' || first === 'board') return `${first}.html`;
  return 'index.html';
}

/** No inline script or style without this answer's nonce, nothing from elsewhere, no framing. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'none'", "font-src 'self'", "img-src 'self' data: blob:", "media-src 'self' blob:",
    "connect-src 'self' ws: wss:", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
  ].join('; ');
}
