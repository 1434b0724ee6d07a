import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface DialogProps {
  title: ReactNode;
  /** Called for Escape and a press outside; leave it out when there is no way back. */
  onClose?: () => void;
  /** A vermilion upper edge: the act is public or cannot be undone. */
  public?: boolean;
  alert?: boolean;
  className?: string;
  children: ReactNode;
}

const focusable = 'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex]:not([tabindex="-1"])';

/** A modal dialog that keeps the keyboard inside and gives it back where it was. `data-autofocus` marks what is focused first. */
export function Dialog({ title, onClose, public: isPublic, alert, className = '', children }: DialogProps) {
  const box = useRef<HTMLElement>(null);
  const titleId = useId();

  useEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>('[data-autofocus]') ?? box.current;
    first?.focus();
    return () => {
      if (before instanceof HTMLElement && document.contains(before)) before.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' && onClose) onClose();
    if (event.key === 'Tab' && box.current) keepInside(event, box.current);
  };

  return (
    <div className="scrim" onMouseDown={(event) => { if (event.target === event.currentTarget) onClose?.(); }}>
      <section ref={box} tabIndex={-1} className={`dlg ${isPublic ? 'public' : ''} ${className}`} role={alert ? 'alertdialog' : 'dialog'} aria-modal="true" aria-labelledby={titleId} onKeyDown={onKeyDown}>
        <h2 id={titleId}>{title}</h2>
        {children}
      </section>
    </div>
  );
}

function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const stops = [...box.querySelectorAll<HTMLElement>(focusable)].filter((stop) => stop.offsetParent !== null);
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  const outside = document.activeElement === box || !box.contains(document.activeElement);
  if (event.shiftKey && (document.activeElement === first || outside)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}
