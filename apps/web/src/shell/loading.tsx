/** Says in words that something is on its way. */
export function Loading({ text }: { text: string }) {
  return (
    <main className="loading" aria-busy="true">
      <p role="status">{text}</p>
    </main>
  );
}
