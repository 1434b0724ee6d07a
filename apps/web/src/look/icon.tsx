/** The drawings of `icons.svg`: one file, read once into the page by `show-icons.ts`, so that no bundle carries them and none is missing offline. */
export type IconName =
  | 'ban' | 'bksp' | 'bm' | 'book' | 'cal' | 'check' | 'checkc' | 'clock' | 'cup' | 'dash' | 'down' | 'download' | 'edit' | 'eye' | 'eyeoff' | 'file'
  | 'flag' | 'gear' | 'globe' | 'grid' | 'home' | 'left' | 'list' | 'live' | 'lock' | 'medal' | 'menu' | 'minus' | 'msg' | 'note' | 'offline' |
  'online' | 'out' | 'pause' | 'play' | 'plus' | 'print' | 'refresh' | 'right' | 'scale' | 'search' | 'send' | 'shield' | 'silent' | 'target' | 'up' |
  'upload' | 'user' | 'users' | 'warn' | 'x';

/** One drawing of the set; it says nothing by itself, so that a word always stands beside it. */
export function Icon({ name, small, className = '' }: { name: IconName; small?: boolean; className?: string }) {
  return (
    <svg className={`i ${small ? 'sm' : ''} ${className}`} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}
