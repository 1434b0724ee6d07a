/** Text of the restricted subset, which the server made safe when it was written. */
export function RichText({ html, className = '' }: { html: string; className?: string }) {
  return <div className={`org-rich ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
