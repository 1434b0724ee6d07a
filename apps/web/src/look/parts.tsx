import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

/** 文武线: opens every page, board and certificate. */
export function Wenwu() {
  return <div className="wenwu" aria-hidden="true" />;
}

export type ChipTone = 'plain' | 'ok' | 'run' | 'live' | 'urgent' | 'warn' | 'gold' | 'line';

/** A state: drawing, word and colour together. */
export function Chip({ tone = 'plain', icon, children }: { tone?: ChipTone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'plain' | 'pri' | 'danger' | 'quiet';
  size?: 'normal' | 'sm' | 'big';
  icon?: IconName;
  iconAfter?: IconName;
}

/** One primary a region; its words name the act and its size. */
export function Button({ kind = 'plain', size = 'normal', icon, iconAfter, className = '', children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`btn ${kind} ${size} ${className}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

/** What is safe first, then what broke: stands across the page until it is over. */
export function Band({ tone, icon, urgent, children }: { tone: 'warn' | 'urgent' | 'info'; icon: IconName; urgent?: boolean; children: ReactNode }) {
  return (
    <div className={`band ${tone}`} role={urgent ? 'alert' : 'status'}>
      <Icon name={icon} />
      <span>{children}</span>
    </div>
  );
}

/** The mark of an act that stands. */
export function Stamp({ children, size }: { children: ReactNode; size?: number }) {
  return (
    <span className="stamp" style={size ? { fontSize: size } : undefined}>
      {children}
    </span>
  );
}

/** What is missing, who brings it, one button. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** A message that stays on the page, beside what it speaks of. */
export function Note({ tone = 'info', icon, children, live }: { tone?: 'info' | 'warn' | 'bad' | 'ok'; icon?: IconName; children: ReactNode; live?: boolean }) {
  const drawing: IconName = icon ?? (tone === 'bad' || tone === 'warn' ? 'warn' : tone === 'ok' ? 'checkc' : 'file');
  return (
    <div className={`note-box ${tone}`} role={live ? 'alert' : undefined}>
      <Icon name={drawing} />
      <div>{children}</div>
    </div>
  );
}

/** An error below a field: a drawing and what to do. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="err" id={id} role="alert">
      <Icon name="warn" />
      {children}
    </p>
  );
}
