// The mark of Patchbay: two rows of sockets and the cord that joins them.

export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <rect width="24" height="24" rx="6.5" fill="var(--accent)" />
      <path d="M7.5 8.5c0 7 9 .5 9 7.5" stroke="#fff" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="7.5" cy="7.6" r="2.1" fill="#fff" />
      <circle cx="16.5" cy="16.4" r="2.1" fill="#fff" />
      <circle cx="16.5" cy="7.6" r="1.3" fill="#fff" opacity="0.55" />
      <circle cx="7.5" cy="16.4" r="1.3" fill="#fff" opacity="0.55" />
    </svg>
  );
}
