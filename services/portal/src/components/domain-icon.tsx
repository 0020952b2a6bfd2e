import type { Domain } from '../api/shapes.js';

const PATHS: Record<Domain, string> = {
  metrology: 'M4 15a8 8 0 0 1 16 0M4 15h3M17 15h3M12 7v3M12 15l4-4M9 20h6',
  standards: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7M9 8h2',
  testing: 'M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M7.5 15h9',
  certification: 'M12 3a6 6 0 1 1 0 12 6 6 0 0 1 0-12M9.5 9l2 2 3.5-3.5M8.5 14 7 21l5-2.5L17 21l-1.5-7',
  consulting: 'M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5',
  training: 'M2 9l10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6',
};

export function DomainIcon({ domain, size = 24 }: { domain: Domain; size?: number }) {
  return (
    <svg
      className={`domain-icon domain-${domain}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[domain]} />
    </svg>
  );
}
