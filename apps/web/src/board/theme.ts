export type Theme = 'dark' | 'light';

/** Dark in the hall; `?theme=light` for bright rooms. */
export function startTheme(): void {
  setTheme(new URLSearchParams(location.search).get('theme') === 'light' ? 'light' : 'dark');
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function currentTheme(): Theme {
  return document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
}
