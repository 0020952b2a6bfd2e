import { useEffect, useRef, useState, type ReactNode } from 'react';

interface Props {
  readonly className?: string;
  readonly label: string;
  readonly button: ReactNode;
  readonly children: ReactNode;
}

/** A button with a panel that closes on Escape, on a click elsewhere and when something in it was chosen. */
export function Disclosure({ className, label, button, children }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => box.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className={className} ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={opener}
        className="tool"
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && <div onClick={() => setOpen(false)}>{children}</div>}
    </div>
  );
}
