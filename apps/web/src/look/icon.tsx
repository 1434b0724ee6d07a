import type { ReactNode } from 'react';

const drawings = {
  ban: <><circle cx="12" cy="12" r="9" /><path d="m5.8 5.8 12.4 12.4" /></>,
  bksp: <path d="M9 6h12v12H9l-6-6zM12.5 9.5l5 5m0-5-5 5" />,
  bm: <path d="M7 4h10v16l-5-4-5 4z" />,
  book: <path d="M4 5.5C7 4 10 4.5 12 6c2-1.5 5-2 8-.5V19c-3-1.5-6-1-8 .5-2-1.5-5-2-8-.5zM12 6v13.5" />,
  cal: <><rect x="4" y="5.5" width="16" height="15" rx="1" /><path d="M4 10h16M8.5 3v4M15.5 3v4" /></>,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  checkc: <><circle cx="12" cy="12" r="9" /><path d="m8 12.3 2.8 2.8L16 9.5" /></>,
  clock: <><circle cx="12" cy="12" r="9" /><path d="M12 7v5.2l3.4 2" /></>,
  cup: <path d="M8 4h8v6a4 4 0 0 1-8 0zM8 6H4.5c0 3 1.5 4.5 3.7 4.8M16 6h3.5c0 3-1.5 4.5-3.7 4.8M12 14v4m-4 2.5h8M9.5 18h5" />,
  dash: <path d="M7 12h10" />,
  down: <path d="M12 5v13m-6-5 6 6 6-6" />,
  download: <path d="M12 4v11m-5-4 5 5 5-5M4 17v3h16v-3" />,
  edit: <path d="M4 20h4L19.5 8.5l-4-4L4 16zM13.5 6.5l4 4" />,
  eye: <><path d="M2.5 12C5 7.5 8.2 5.5 12 5.5S19 7.5 21.5 12C19 16.5 15.8 18.5 12 18.5S5 16.5 2.5 12z" /><circle cx="12" cy="12" r="2.8" /></>,
  eyeoff: <path d="M3 3l18 18M10 5.8c.6-.2 1.3-.3 2-.3 3.8 0 7 2 9.5 6.5-.8 1.5-1.8 2.7-2.8 3.7M6.3 7.2C4.9 8.3 3.6 9.9 2.5 12 5 16.5 8.2 18.5 12 18.5c1.3 0 2.5-.3 3.7-.8" />,
  file: <path d="M6 3h8l4.5 4.5V21H6zM14 3v5h4.5M9 12.5h6M9 16h6" />,
  flag: <path d="M6 21V4m0 1c4-2.5 7 2 12-.5v9c-5 2.5-8-2-12 .5" />,
  gear: <><circle cx="12" cy="12" r="3" /><path d="M12 3v3m0 12v3M3 12h3m12 0h3M5.6 5.6l2.1 2.1m8.6 8.6 2.1 2.1M18.4 5.6l-2.1 2.1m-8.6 8.6-2.1 2.1" /></>,
  globe: <><circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c3 2.7 4 5.7 4 9s-1 6.3-4 9c-3-2.7-4-5.7-4-9s1-6.3 4-9z" /></>,
  grid: <path d="M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z" />,
  home: <path d="M4 11 12 4l8 7v9h-5.5v-6h-5v6H4z" />,
  left: <path d="m14.5 5-7 7 7 7" />,
  list: <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1" />,
  live: <><circle cx="12" cy="12" r="3" fill="currentColor" /><path d="M6.5 17.5a8 8 0 0 1 0-11m11 0a8 8 0 0 1 0 11" /></>,
  lock: <><rect x="5" y="11" width="14" height="9" rx="1" /><path d="M8 11V8a4 4 0 0 1 8 0v3" /></>,
  medal: <><circle cx="12" cy="15" r="5.5" /><path d="M8.5 10.7 5 3h5l2 4.5L14 3h5l-3.5 7.7" /></>,
  menu: <path d="M4 6.5h16M4 12h16M4 17.5h16" />,
  minus: <path d="M5 12h14" />,
  msg: <path d="M4 5h16v12H10l-4 3.5V17H4z" />,
  note: <><path d="M5 4h14v11l-5 5H5z" /><path d="M14 20v-5h5M8.5 9h7M8.5 12.5h4" /></>,
  offline: <><path d="M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4m6 .2a10 10 0 0 1 4 2.2M2 9a15 15 0 0 1 4.6-2.9M11 5a15 15 0 0 1 11 4M8.5 16a5 5 0 0 1 7 0" /><path d="M12 20h.01" /></>,
  online: <><path d="M2 9a15 15 0 0 1 20 0M5 12.5a10 10 0 0 1 14 0M8.5 16a5 5 0 0 1 7 0" /><path d="M12 20h.01" /></>,
  out: <path d="M14 4H5v16h9M10 12h11m-4-4 4 4-4 4" />,
  pause: <path d="M8.5 6v12M15.5 6v12" strokeWidth="2.6" />,
  play: <path d="M7 4.5v15l12-7.5z" />,
  plus: <path d="M5 12h14M12 5v14" />,
  print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />,
  refresh: <path d="M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5" />,
  right: <path d="m9.5 5 7 7-7 7" />,
  scale: <path d="M12 4v16M7 20h10M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z" />,
  search: <><circle cx="10.5" cy="10.5" r="6.5" /><path d="m20 20-4.7-4.7" /></>,
  send: <path d="M21 3 3 10.5l7 3 3 7zM10 13.5 21 3" />,
  shield: <path d="M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6z" />,
  silent: <path d="M5 6h6l-6 8h6M14 11h5l-5 7h5" />,
  target: <><circle cx="12" cy="12" r="8" /><path d="M12 2v4m0 12v4M2 12h4m12 0h4" /></>,
  up: <path d="M12 19V6m-6 5 6-6 6 6" />,
  upload: <path d="M12 16V5m-5 4 5-5 5 5M4 16v4h16v-4" />,
  user: <><circle cx="12" cy="8" r="4" /><path d="M4 20.5c1-4 4-6 8-6s7 2 8 6" /></>,
  users: <><circle cx="9" cy="8" r="3.5" /><path d="M2.5 20c.7-3.7 3-5.5 6.5-5.5s5.8 1.8 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 15c2.2.7 3.5 2.3 4 5" /></>,
  warn: <path d="M12 4 2.5 20h19zM12 10v4.5M12 17.3v.1" />,
  x: <path d="m6 6 12 12M18 6 6 18" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** One drawing of the set; it says nothing by itself, so that a word always stands beside it. */
export function Icon({ name, small, className = '' }: { name: IconName; small?: boolean; className?: string }) {
  return (
    <svg className={`i ${small ? 'sm' : ''} ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
